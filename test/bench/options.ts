// The options of `npm run bench`: one table to read them by and to explain them with.
import { parseArgs } from 'node:util';

const table = {
  help: { type: 'boolean', help: 'Shows this.' },
  only: { type: 'string', value: 'NAME,…', help: 'Runs these scenarios and no others.' },
  users: { type: 'string', value: 'N', help: 'How many learners, in every scenario.' },
  msgs: { type: 'string', value: 'N', help: 'How many messages each learner writes.' },
  active: { type: 'string', value: 'N', help: 'How many learners write at once.' },
  'model-ms': { type: 'string', value: 'MS', help: 'How long the simulated model of the echo dialogue thinks; 0 for none.' },
  runs: { type: 'string', value: 'N', default: '1', help: 'Runs each scenario so often and shows the best and the median.' },
  split: { type: 'boolean', help: 'Web and worker in two processes instead of one with all roles.' },
  statuses: { type: 'boolean', help: 'Graph API tells that messages were sent, as Meta does; always so in kill scenarios.' },
  json: { type: 'boolean', help: 'One JSON line for each run instead of the table.' },
  serve: { type: 'string', value: 'echo|lesson', help: 'Only starts the engine with that machine on PORT, for an outside driver.' },
  pidfile: { type: 'string', value: 'FILE', help: 'With --serve: where the process ids of the engine are written.' },
} as const;

export interface BenchOptions {
  help: boolean;
  only: readonly string[] | null;
  users: number | null;
  msgs: number | null;
  active: number | null;
  modelMs: number | null;
  runs: number;
  split: boolean;
  statuses: boolean;
  json: boolean;
  serve: string | null;
  pidfile: string | null;
}

/** Reads the command line. @throws when an option is unknown or a number is none */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({ args: [...args], options: table, strict: true });
  const number = (name: 'users' | 'msgs' | 'active' | 'model-ms' | 'runs', least: number): number | null => {
    const text = values[name];
    if (text === undefined) return null;
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least) throw new Error(`--${name} must be a whole number from ${least}, not "${text}"`);
    return value;
  };
  return {
    help: values.help ?? false,
    only: values.only?.split(',').map((name) => name.trim()).filter(Boolean) ?? null,
    users: number('users', 1), msgs: number('msgs', 1), active: number('active', 1), modelMs: number('model-ms', 0), runs: number('runs', 1) ?? 1,
    split: values.split ?? false, statuses: values.statuses ?? false, json: values.json ?? false,
    serve: values.serve ?? null, pidfile: values.pidfile ?? null,
  };
}

/** What --help prints. @param scenarios their names and what each is for */
export function helpText(scenarios: readonly { name: string; about: string }[]): string {
  const options = Object.entries(table).map(([name, option]) => [`--${name}${'value' in option ? ` ${option.value}` : ''}`, option.help] as const);
  const lines = (rows: readonly (readonly [string, string])[]) => rows.map(([left, right]) => `  ${left.padEnd(22)} ${right}`).join('\n');
  return [
    'npm run bench -- [options]', '', 'Runs whole messages through the engine: signed webhook, durable turn, Graph call on loopback.', '',
    lines(options), '', 'Scenarios:', lines(scenarios.map(({ name, about }) => [name, about])), '',
    'With --serve the environment sets PORT (3000), ROLES, WHATSAPP_API_URL (http://127.0.0.1:4900/v25.0), WHATSAPP_APP_SECRET (app-secret),',
    'WHATSAPP_PHONE_NUMBER_ID (1111), DATABASE_URL and REDIS_URL (private ones unless given). An engine that was killed is started again by the',
    'same command: while the first one is up, the second one takes its PostgreSQL and Redis.',
  ].join('\n');
}
