// One learner's waiting letters, taken through the machine in order: what changed, what is to be said, what is to be recorded; pure.
import { lanes, type Mail, type Reminder } from '../mailbox/letter.ts';
import type { Claimed, ClaimedLetter } from '../mailbox/claim.ts';
import type { Bubble } from '../channels/whatsapp/messages.ts';
import { windowMs } from '../channels/whatsapp/limits.ts';
import { begin, step, type Effect, type Letter, type Stepped } from './step.ts';
import { limitMs } from '../learners/message-limit.ts';
import { metaOf, type Chart } from './chart.ts';
import type { Session } from './session.ts';

/** What was said in a turn: the copy's key (or words, for a test machine) and the context at that moment. */
export interface Said {
  params: Record<string, unknown>;
  context: Record<string, unknown>;
}

/** A machine and the two things that only it knows: how its input is read and how its words are found. */
export interface Script<Opening = unknown> {
  chart: Chart;
  /** The machine's input for a learner who has no session yet. */
  open(learner: Opening): unknown;
  /** Maps what a learner sent to an event of the machine; never throws. */
  read(session: Session, mail: Mail & { kind: 'message' }, at: number): { type: string } & Record<string, unknown>;
  /** What a message tells besides what it means, to be heard before it; null or left out: nothing. */
  overhear?(session: Session, mail: Mail & { kind: 'message' }, at: number): ({ type: string } & Record<string, unknown>) | null;
  /** The words of everything said in one reply, or null when there is nothing to say. @param template what alone may be said now, outside WhatsApp's window */
  render(said: readonly Said[], session: Session, now: number, template: Reminder['template']): Bubble | null;
  /** What the learner hears when the machine broke on a letter. */
  sorry(session: Session | null, now: number): Bubble;
  /** What the learner hears, once, on reaching the day's limit of messages. */
  enough(session: Session | null, now: number): Bubble;
}

/** An effect to be carried out in the turn's own transaction. */
export interface Recorded {
  type: string;
  params: Record<string, unknown>;
  context: Record<string, unknown>;
  at: number;
}

export interface Turned {
  session: Session | null;
  taken: [mail: number, urgent: number];
  /** The state wants the learner's mail to wait until a job has answered. */
  held: boolean;
  stopped: boolean;
  /** When to look at this mailbox again though nothing new came, ms since the epoch. */
  lookAgainAt: number | null;
  bubbles: Bubble[];
  /** After this the bubbles are not to be said any more, ms since the epoch; null when they answer somebody. */
  until: number | null;
  starts: Extract<Effect, { kind: 'start' }>[];
  facts: Extract<Effect, { kind: 'fact' }>['event'][];
  records: Recorded[];
  /** Messages of the learner that were taken, for the conversation log. */
  heard: { mail: Mail & { kind: 'message' }; postedAt: number }[];
  dead: { letter: ClaimedLetter; error: string }[];
}

/** Two taps on the same button within this time are one. */
const doubleTapMs = 4_000;

/** How long messages must have been quiet before a `merge` state takes them, and the longest it waits, ms. */
export const mergeWindow = { quiet: 700, longest: 3_000 };

/**
 * Takes the letters of one mailbox as far as they go now: the urgent lane first, then mail in order, each by the burst
 * policy of the state the machine is in. Timers and messages take their turns by time, to the millisecond. Deterministic in its arguments.
 * @param session null for a learner without one
 * @param limit how many messages of the learner are answered in 24 hours, counted from the first
 * @param now ms since the epoch
 */
export function turn<Opening>(claimed: Claimed, session: Session | null, learner: Opening, limit: number, now: number, script: Script<Opening>): Turned {
  const { chart } = script;
  const result: Turned = {
    session, taken: [...claimed.taken], held: false, stopped: claimed.stopped, lookAgainAt: null,
    bubbles: [], until: null, starts: [], facts: [], records: [], heard: [], dead: [],
  };
  let said: Said[] = [];
  let last: ClaimedLetter | null = null;
  let template: Reminder['template'] = null;
  const speak = () => {
    const spoken = said;
    said = [];
    if (spoken.length === 0) return;
    try {
      const bubble = script.render(spoken, result.session!, now, result.heard.length === 0 ? template : null);
      if (bubble) result.bubbles.push(bubble);
    } catch (error) {
      if (last) bury(last, error);
    }
  };
  const keep = (stepped: Stepped, silent = false) => {
    result.session = stepped.session;
    for (const effect of stepped.effects) {
      if (effect.kind === 'fact') result.facts.push(effect.event);
      else if (effect.kind === 'start') result.starts.push(effect);
      else if (effect.type === 'say') {
        if (!silent) said.push({ params: effect.params, context: effect.context });
      }
      else {
        if (effect.type === 'silence') result.stopped = true;
        if (effect.type === 'unsilence') result.stopped = false;
        result.records.push(effect);
      }
    }
    if (metaOf(chart, stepped.session.value).replies === 'separate') speak();
  };
  const bury = (letter: ClaimedLetter, error: unknown) => {
    result.dead.push({ letter, error: errorChain(error) });
    if (letter.mail.kind === 'message') {
      speak();
      tell(script.sorry(result.session, now));
    }
  };
  // What is said without a step counts as one, so that the session is written and two replies never share a number.
  const tell = (bubble: Bubble) => {
    result.bubbles.push(bubble);
    result.session = { ...result.session!, seq: result.session!.seq + 1 };
  };

  if (!result.session) keep(begin(chart, script.open(learner), now));
  const waiting = { urgent: claimed.letters.filter((l) => l.lane === lanes.urgent), mail: claimed.letters.filter((l) => l.lane === lanes.mail) };
  const broken = new Set<string>();
  let wrote = session?.wrote;
  for (;;) {
    const meta = metaOf(chart, result.session!.value);
    const first = meta.burst === 'hold' ? undefined : waiting.mail.find(({ mail }) => mail.kind === 'message');
    if (first !== undefined && ringBefore(first)) continue;
    const urgent = waiting.urgent[0];
    if (urgent && !(first && isDueAfter(urgent, first))) {
      waiting.urgent.shift();
      hand(urgent, toLetter(urgent, result.session!));
      if (urgent.mail.kind === 'message' && result.stopped) overtake(urgent);
      continue;
    }
    if (waiting.mail.length === 0 || meta.burst === 'hold') break;
    if (meta.burst === 'merge') {
      const together = mergeable(waiting.mail);
      if (together > 0) {
        const due = Math.min(waiting.mail[together - 1]!.postedAt + mergeWindow.quiet, waiting.mail[0]!.postedAt + mergeWindow.longest);
        if (due > now && together === waiting.mail.length) {
          result.lookAgainAt = due;
          break;
        }
        const letters = waiting.mail.splice(0, together);
        hand(letters.at(-1)!, toLetter(merged(letters), result.session!), letters);
        continue;
      }
    }
    const next = waiting.mail.shift()!;
    hand(next, toLetter(next, result.session!));
  }
  speak();
  // A job that was left again within this pass need not be begun.
  result.starts = result.starts.filter((start) => result.session!.jobs[start.id]?.gen === start.gen);
  result.held = metaOf(chart, result.session!.value).burst === 'hold';
  if (result.heard.length > 0) result.until = null;
  if (wrote && result.session !== session) result.session = noted(result.session!, { wrote });
  return result;

  // What the learner wrote after a timer ran out finds it run out, though no sweep has come by yet; its letter then comes too late.
  function ringBefore({ postedAt }: ClaimedLetter): boolean {
    const due = Object.entries(result.session!.timers).filter(([id, { dueAt }]) => dueAt <= postedAt && !broken.has(id)).toSorted(([, a], [, b]) => a.dueAt - b.dueAt || a.gen - b.gen)[0];
    if (!due) return false;
    const [id, { gen }] = due;
    try {
      const rung = step(result.session!, { kind: 'timer', id, gen }, now, chart);
      if (rung) keep(remember(rung, result.session!.lastTap ?? null), result.stopped);
    } catch {
      // Its letter comes by the sweep and is kept with the dead ones.
      broken.add(id);
    }
    return true;
  }

  // A timer that ran out after the learner wrote must not overtake what they wrote.
  function isDueAfter({ mail }: ClaimedLetter, { postedAt }: ClaimedLetter): boolean {
    const timer = mail.kind === 'timer' ? result.session!.timers[mail.id] : undefined;
    return timer !== undefined && mail.kind === 'timer' && timer.gen === mail.gen && timer.dueAt > postedAt;
  }

  function hand(letter: ClaimedLetter, input: () => Letter[], together: ClaimedLetter[] = [letter]): void {
    last = letter;
    result.taken[letter.lane] = letter.n;
    for (const one of together) if (one.mail.kind === 'message') result.heard.push({ mail: one.mail, postedAt: one.postedAt });
    const { mail } = letter;
    const tap = mail.kind === 'message' && mail.content.kind === 'tap' ? { id: mail.content.id, at: letter.postedAt } : null;
    const before = result.session!.lastTap;
    if (tap && before?.id === tap.id && tap.at - before.at < doubleTapMs) return;
    const more = letter.lane === lanes.mail ? together.filter((one) => one.mail.kind === 'message').length : 0;
    if (more > 0 && isTooMuch(more, letter.postedAt)) return;
    try {
      for (const told of input()) {
        const stepped = step(result.session!, told, now, chart);
        // To a learner who said STOP only their own messages may be answered.
        // Whatever else is written in between makes the next tap another one.
        if (stepped) keep(remember(stepped, mail.kind === 'message' ? tap : before), result.stopped && mail.kind !== 'message');
      }
    } catch (error) {
      bury(letter, error);
    }
  }

  // STOP is heard even then. Said once, by the message that crosses the line.
  function isTooMuch(more: number, at: number): boolean {
    const { since, messages } = wrote && at < wrote.since + limitMs ? wrote : { since: at, messages: 0 };
    if (messages > limit) return true;
    wrote = { since, messages: messages + more };
    if (wrote.messages <= limit) return false;
    speak();
    tell(script.enough(result.session, now));
    return true;
  }

  // Said only while its hour lasts, and outside WhatsApp's window only as the template that was kept for it.
  function reminder({ about, variant, time, dayBeganAt, until, template: spare }: Reminder, at: number): Letter | null {
    const outside = result.heard.length === 0 && now > (claimed.lastMessageAt ?? 0) + windowMs;
    if (now > until || (outside && spare === null)) return null;
    template = outside ? spare : null;
    result.until = until;
    return { kind: 'event', event: { type: 'reminder', about, variant, time, dayBeganAt, at } };
  }

  // STOP came after these, yet it is what the learner wants: they are kept in the log and not answered.
  function overtake(stop: ClaimedLetter): void {
    while (waiting.mail.length > 0 && waiting.mail[0]!.postedAt <= stop.postedAt) {
      const earlier = waiting.mail.shift()!;
      result.taken[lanes.mail] = earlier.n;
      if (earlier.mail.kind === 'message') result.heard.push({ mail: earlier.mail, postedAt: earlier.postedAt });
    }
  }

  function toLetter(letter: ClaimedLetter, current: Session): () => Letter[] {
    const { mail } = letter;
    if (mail.kind === 'deployed') return () => [];
    if (mail.kind === 'message') {
      return () => [script.overhear?.(current, mail, letter.postedAt), script.read(current, mail, letter.postedAt)]
        .flatMap((event) => (event ? [{ kind: 'event', event }] : []));
    }
    if (mail.kind === 'reminder') {
      return () => {
        const told = reminder(mail, letter.postedAt);
        return told === null ? [] : [told];
      };
    }
    if (mail.kind === 'released') return () => [{ kind: 'event', event: { type: 'released', at: letter.postedAt } }];
    return () => [mail];
  }
}

function remember(stepped: Stepped, lastTap: Session['lastTap'] | null): Stepped {
  return lastTap ? { ...stepped, session: noted(stepped.session, { lastTap }) } : stepped;
}

// `seq` stays the last key: stores read it off the end.
function noted({ seq, ...session }: Session, note: Pick<Session, 'lastTap' | 'wrote'>): Session {
  return { ...session, ...note, seq };
}

// How many text messages stand at the head of the lane; anything else is never merged.
function mergeable(mail: readonly ClaimedLetter[]): number {
  const end = mail.findIndex((l) => l.mail.kind !== 'message' || l.mail.content.kind !== 'text');
  return end === -1 ? mail.length : end;
}

function merged(together: ClaimedLetter[]): ClaimedLetter {
  const last = together.at(-1)!;
  if (together.length === 1 || last.mail.kind !== 'message') return last;
  const text = together.map((l) => (l.mail.kind === 'message' && l.mail.content.kind === 'text' ? l.mail.content.text : '')).join('\n');
  return { ...last, mail: { ...last.mail, content: { kind: 'text', text } } };
}

function errorChain(error: unknown): string {
  const lines: string[] = [];
  for (let e: unknown = error; e instanceof Error && lines.length < 4; e = e.cause) lines.push(`${e.name}: ${e.message}`);
  return lines.join(' ← ') || String(error);
}
