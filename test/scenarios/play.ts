// Plays a golden chat: what the learner does is read from the file, what Charla says is written down beside it.
//
//   # why           a remark                  : key value   what WhatsApp told us of the learner;
//                                             `: onboarded past-es strict` begins after onboarding, with that topic's lesson;
//                                             `: limit 5` lets five messages be answered in a day;
//                                             `: streak 6 1` makes it six days in a row until yesterday, with one freeze left
//   > text          the learner writes        > [Title]     the learner taps the newest button or row of this title
//   ! …             other mail (see `mail`)   @ +10m        time passes, due timers fire
//   < text          a bubble, continued by two spaces       = flow.step   where the session rests
//   $ effects       what the world was asked since the last input
//
// Lines of `>` that follow each other arrive together. The session is frozen to JSON and thawed between all lines.
import { isLead, isPrompt } from '../../machines/copy.ts';
import { templateLanguages } from '../../machines/templates.ts';
import type { Context, ConversationInput, InterfaceLanguage, Persona, SceneOffer, StreakState } from '../../machines/vocabulary.ts';
import type { Bubble } from '../../src/channels/whatsapp/messages.ts';
import type { Content } from '../../src/channels/whatsapp/inbound.ts';
import { factsOf } from '../../src/conversation/facts.ts';
import { entryOf } from '../../src/conversation/options.ts';
import { wordsOf } from '../../src/conversation/render.ts';
import { conversationScript } from '../../src/conversation/script.ts';
import { nextTimerAt, type Session } from '../../src/conversation/session.ts';
import { turn, type Script } from '../../src/conversation/turn.ts';
import { sceneById } from '../../src/exercises/scenes/all.ts';
import type { ClaimedLetter } from '../../src/mailbox/claim.ts';
import type { Mail } from '../../src/mailbox/letter.ts';
import { begin } from '../../src/conversation/step.ts';
import { exerciseById, languagesOf, pickLesson } from './exercises.ts';
import { drawItems } from './placement-items.ts';

const begunAt = Date.parse('2026-11-24T18:05:00Z');
const humanContact = 'hola@charla.example';
const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** One turn of a chat: where the session rests after it, and what was said in it, as copy keys; `unclear` with its reason, `unclear:no-words`. */
export interface Told {
  language: InterfaceLanguage;
  state: string;
  keys: string[];
}

const surroundings = { exerciseById, humanContact };
const product = conversationScript(surroundings);
const { chart } = product;

/** The product's own script, of learners who are known already, and of which every line that is heard is told. */
const scriptThat = (hears: (key: string) => void): Script<ConversationInput> => ({
  ...product,
  open: (learner) => learner,
  read(session, mail, at) {
    if (mail.content.kind === 'unsupported' && mail.content.type === 'crash') throw new Error('a defect of ours');
    return product.read(session, mail, at);
  },
  render(said, session, now, template) {
    const bubble = product.render(said, session, now, template);
    for (const one of template === null ? said : []) {
      const [key, context] = [String(one.params.key), one.context as unknown as Context];
      const facts = factsOf(context, { ...surroundings, now });
      const entry = entryOf(key, facts)!;
      const words = wordsOf(isPrompt(entry) ? entry.ask : isLead(entry) ? entry.lead : entry, facts).trim();
      if (words !== '' && bubble?.text.includes(words)) hears(key === 'unclear' ? `unclear:${context.unclear}` : key);
    }
    return bubble;
  },
  sorry: (session, now) => (hears('sorry'), product.sorry(session, now)),
  enough: (session, now) => (hears('enough'), product.enough(session, now)),
});

const mail: Readonly<Record<string, Content>> = {
  audio: { kind: 'media', media: 'audio', mediaId: '1', caption: null },
  photo: { kind: 'media', media: 'image', mediaId: '2', caption: null },
  location: { kind: 'location' },
  reaction: { kind: 'reaction', emoji: '👍', to: 'wamid.1' },
  unsupported: { kind: 'unsupported', type: 'poll' },
  // Our own code breaks on it.
  crash: { kind: 'unsupported', type: 'crash' },
};

/** The chat with Charla's side as it is now. Equal to the file when nothing has changed. @param tell told of each turn */
export function play(chat: string, tell: (told: Told) => void = () => {}): string {
  const learner: ConversationInput = { userId: '5f0e0000-0000-4000-8000-000000000000', name: 'Ana', nativeLanguage: 'es', zone: 'Europe/Madrid', zoneSettled: true, country: 'ES', zoneChoices: [] };
  const lines = chat.trimEnd().split('\n');
  const out: string[] = [];
  const sent: Bubble[] = [];
  let frozen: string | null = null;
  let now = begunAt;
  let n = 0;
  let stopped = false;
  let lastMessageAt = begunAt;
  let jobs: 'answer' | 'shorten' | 'fail' | 'hang' | 'nothing' = 'answer';
  let effects: string[] = [];
  let topic: string | undefined;
  let limit = 1_000;
  let keys: string[] = [];
  const script = scriptThat((key) => void keys.push(key));

  const session = (): Session | null => (frozen === null ? null : JSON.parse(frozen) as Session);
  const deliver = (mails: Mail[]): void => {
    let letters: ClaimedLetter[] = mails.map((one) => ({ lane: one.kind === 'message' || one.kind === 'reminder' ? 0 : 1, n: ++n, mail: one, postedAt: now }));
    for (let passes = 0; letters.length > 0 && passes < 20; passes++) {
      const turned = turn({ userId: learner.userId, epoch: 1, turn: session()?.seq ?? 0, taken: [0, 0], stopped, lastMessageAt, letters }, session(), learner, limit, now, script);
      frozen = JSON.stringify(turned.session);
      ({ stopped } = turned);
      const { profile: { nativeLanguage } } = turned.session!.temp_data as unknown as Context;
      tell({ language: nativeLanguage, state: stateOf(turned.session!), keys });
      keys = [];
      if (turned.dead.some(({ letter }) => letter.mail.kind !== 'message' || letter.mail.content.kind !== 'unsupported')) throw new Error(turned.dead.map(({ error }) => error).join('\n'));
      letters = letters.filter(({ lane, n: number }) => number > turned.taken[lane]);
      effects.push(...turned.records.map(({ type }) => type), ...turned.starts.map(({ src }) => src));
      for (const bubble of turned.bubbles) {
        sent.push(bubble);
        out.push(...shown(bubble));
      }
      const answers = turned.starts.flatMap((start): Mail[] => {
        const { placement, profile } = start.context as unknown as Context;
        if (jobs === 'hang') return [];
        if (jobs === 'fail') return [{ kind: 'failed', id: start.id, gen: start.gen, error: 'the database is away' }];
        if (start.src === 'pickScene') return [{ kind: 'done', id: start.id, gen: start.gen, output: { scenes: jobs === 'nothing' ? [] : pickScene(profile.targetLanguage, (start.context as unknown as Context).lastScene) } }];
        const output = start.src === 'drawItems' ? drawItems(profile.nativeLanguage, jobs === 'nothing' ? null : profile.targetLanguage, placement?.open ? placement : null)
          : jobs === 'nothing' ? { topic: '', exercises: [] } : pickLesson(profile.nativeLanguage, profile.targetLanguage, topic, jobs === 'shorten' ? 1 : undefined);
        return [{ kind: 'done', id: start.id, gen: start.gen, output }];
      });
      if (answers.length > 0) deliver(answers);
      if (turned.lookAgainAt !== null) now = turned.lookAgainAt;
    }
  };
  const pass = (until: number): void => {
    for (let due = nextTimerAt(session()!); due !== null && due <= until; due = nextTimerAt(session()!)) {
      now = due;
      const [id, timer] = Object.entries(session()!.timers).find(([, { dueAt }]) => dueAt === due)!;
      deliver([{ kind: 'timer', id, gen: timer.gen }]);
    }
    now = until;
  };
  const message = (content: Content): Mail => ({ kind: 'message', id: `wamid.in${++n}`, sentAt: now, content });

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (/^(?:<| {2})/u.test(line)) continue;
    const rest = line.slice(2);
    const [, lesson, persona = 'funny'] = /^onboarded (\S+) ?(\w+)?$/u.exec(rest) ?? [];
    if (lesson !== undefined) {
      topic = lesson;
      frozen = JSON.stringify(onboarded(learner, lesson, persona as Persona));
    } else if (line.startsWith(': limit ')) limit = Number(rest.split(' ')[1]);
    else if (line.startsWith(': streak ')) frozen = JSON.stringify(withStreak(session()!, now, rest.split(' ').slice(1).map(Number)));
    else if (line.startsWith(':')) set(learner, rest);
    else if (line.startsWith('=')) {
      out.push(`= ${stateOf(session()!)}`);
      continue;
    } else if (line.startsWith('$')) {
      out.push(`$ ${effects.join(', ') || '-'}`);
      continue;
    }
    out.push(line);
    if (line.startsWith('>')) {
      const together = [rest];
      while (lines[i + 1]?.startsWith('>')) {
        out.push(lines[++i]!);
        together.push(lines[i]!.slice(2));
      }
      effects = [];
      now += 5_000;
      lastMessageAt = now;
      deliver(together.map((text) => message(contentOf(text, sent))));
    } else if (line.startsWith('@')) {
      effects = [];
      const [, amount, unit] = /^\+(\d+)([smhd])$/u.exec(rest)!;
      pass(now + Number(amount) * units[unit!]!);
    } else if (line.startsWith('!')) {
      effects = [];
      const [, jobFate] = /^(?:pickLesson|pickScene|drawItems) (answer|shorten|fail|hang|nothing)s?$/u.exec(rest) ?? [];
      if (jobFate) jobs = jobFate as typeof jobs;
      else if (rest.startsWith('reminder')) deliver([reminderAt(session(), now, rest.split(' ').slice(1))]);
      else if (rest === 'gone') frozen = JSON.stringify(bereft(session()!));
      else if (rest === 'released') deliver([{ kind: 'released' }]);
      else if (mail[rest]) deliver([message(mail[rest])]);
      else throw new Error(`Nobody knows what "${line}" is`);
    }
  }
  return `${out.join('\n')}\n`;
}

/** The exercises, the question and the scene in hand have been taken out of the curriculum meanwhile. */
function bereft({ temp_data, ...session }: Session): Session {
  const { lesson, placement, scene } = temp_data as unknown as Context;
  return { ...session, temp_data: { ...temp_data, lesson: lesson && { ...lesson, exercises: lesson.exercises.map(() => 'gone') }, placement: placement?.open ? { ...placement, open: 'gone' } : placement, scene: scene && { ...scene, id: 'gone' } } };
}

const stateOf = ({ current_flow: flow, step }: Session): string => [flow, step].filter(Boolean).join('.');

/** What the job `pickScene` answers in the golden chats: two scenes of the language, without the last one unless it is the only one. */
function pickScene(target: string | null, last: string | null): SceneOffer[] {
  const all = target === 'es' ? ['en-el-bar'] : ['at-the-cafe', 'monday-at-work'];
  const others = all.filter((id) => id !== last);
  return (others.length > 0 ? others : all).map((id) => {
    const { beats, turns } = sceneById(id)!;
    return { id, first: beats[0]!.id, turns };
  });
}

/** A learner between lessons, in the languages of a topic. */
function onboarded(learner: ConversationInput, topic: string, persona: Persona): Session {
  const { source, target } = languagesOf(topic);
  const { session } = begin(chart, { ...learner, nativeLanguage: source }, begunAt);
  const context = session.temp_data as unknown as Context;
  const profile = { ...context.profile, targetLanguage: target, goal: 'travel', birthYear: 1990, persona, level: 'A1' };
  return { ...session, value: 'idle', current_flow: 'idle', step: '', temp_data: { ...context, onboarded: true, profile } };
}

// The learner's date begins with UTC's here, and the hour is the one they chose.
function reminderAt(session: Session | null, now: number, [variant = 'plain', about = 'daily']: string[]): Mail {
  const dayBeganAt = Math.floor(now / units.d!) * units.d!;
  const language = templateLanguages[(session!.temp_data as unknown as Context).profile.nativeLanguage];
  return { kind: 'reminder', about, variant, time: '09:00', dayBeganAt, until: now + units.h!, template: about === 'daily' ? { name: 'lesson_reminder', language } : null };
}

/** A lesson was finished at this hour on each of the last days, yesterday the last. */
function withStreak(session: Session, now: number, [days = 0, freezes = 2]: number[]): Session {
  const lastAt = new Date(now - units.d!).toISOString();
  const streak: StreakState = { days, best: days, freezes, counted: days, lastDate: lastAt.slice(0, 10), lastAt, lost: null, repairedAt: null };
  return { ...session, temp_data: { ...session.temp_data, streak, lastLessonAt: now - units.d! } };
}

function set(learner: ConversationInput, rest: string): void {
  const [key, ...words] = rest.split(' ');
  const value = words.join(' ');
  if (key === 'name') learner.name = value || null;
  else if (key === 'language') learner.nativeLanguage = value as InterfaceLanguage;
  else if (key === 'country') learner.country = value;
  else if (key === 'zones') Object.assign(learner, { zone: words[0], zoneSettled: false, zoneChoices: words });
  else throw new Error(`Nobody knows what ": ${rest}" is`);
}

// `\u200b` and its like stand for characters that nobody sees; `x*5000` for many of one.
function contentOf(text: string, sent: readonly Bubble[]): Content {
  const [, title] = /^\[(.+)\]$/u.exec(text) ?? [];
  if (title === undefined) {
    const typed = text.replace(/\\u([0-9a-f]{4})/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/^(.+)\*(\d{3,})$/u, (_, part: string, times: string) => part.repeat(Number(times)));
    return { kind: 'text', text: typed };
  }
  for (const bubble of sent.toReversed()) {
    const tapped = [...bubble.buttons ?? [], ...bubble.list?.rows ?? []].find((one) => one.title === title);
    if (tapped) return { kind: 'tap', id: tapped.id, title };
  }
  throw new Error(`No bubble has [${title}]`);
}

function shown({ text, buttons, list }: Bubble): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (buttons) lines.push(buttons.map(({ title }) => `[${title}]`).join(' '));
  if (list) lines.push(`(${list.open}) ${list.rows.map(({ title, description }) => `[${title}]${description ? ` ${description}` : ''}`).join(' ')}`);
  return lines.map((line, i) => `${i === 0 ? '<' : ' '} ${line}`);
}
