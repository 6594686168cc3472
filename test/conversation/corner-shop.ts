// A tiny machine with one state for each burst policy, its script, and the letters that are put before it.
import { assign, fromPromise, setup } from 'xstate';
import { createChart } from '../../src/conversation/chart.ts';
import { turn, type Script, type Turned } from '../../src/conversation/turn.ts';
import { begin } from '../../src/conversation/step.ts';
import type { Session } from '../../src/conversation/session.ts';
import type { ClaimedLetter } from '../../src/mailbox/claim.ts';
import { lanes, type Mail } from '../../src/mailbox/letter.ts';

interface Seen { context: { n: number }; event: { text: string } }
const say = (text: string) => ({ type: 'say', params: { text } });
const answer = { actions: ['count', { type: 'say', params: ({ context, event }: Seen) => ({ text: `${context.n}: ${event.text}` }) }, { type: 'note', params: ({ event }: Seen) => ({ text: event.text }) }] };
const answering = { said: answer, tapped: answer, guarded: { guard: 'breaks', actions: say('never') }, mute: { actions: say('(nothing)') }, unsayable: { actions: ['count', say('unsayable')] }, order: 'ordering', fetch: 'fetching', gather: 'gathering', part: 'apart', back: 'counter' };

export const shopChart = createChart(setup({
  guards: { breaks: () => { throw new TypeError('scales are broken'); } },
  actions: { count: assign((({ context }: Seen) => ({ n: context.n + 1 })) as never), say() {}, note() {}, silence() {}, unsilence() {} },
  actors: { fetch: fromPromise(() => new Promise<never>(() => {})) },
  delays: { slow: 8_000, nudge: 60_000 },
} as never).createMachine({
  id: 'shop',
  initial: 'counter',
  context: { n: 0 },
  options: { maxIterations: 20 },
  on: { stop: { target: '.silent', actions: ['silence', say('bye')] } },
  states: {
    counter: { meta: { burst: 'each' }, on: answering, after: { nudge: { actions: say('still there?') } } },
    apart: { meta: { burst: 'each', replies: 'separate' }, on: answering },
    gathering: { meta: { burst: 'merge' }, on: answering },
    ordering: {
      meta: { burst: 'hold' },
      invoke: { id: 'goods', src: 'fetch', onDone: { target: 'counter', actions: say('here') }, onError: { target: 'counter', actions: say('sold out') } },
      after: { slow: { target: 'counter', actions: say('slow') } },
      on: { tapped: 'counter' },
    },
    silent: { meta: { burst: 'each' }, on: { said: { actions: say('you said stop') }, start: { target: 'counter', actions: ['unsilence', say('hello again')] } }, after: { nudge: { target: 'silent', reenter: true, actions: say('a nudge') } } },
    reminding: { meta: { burst: 'each' }, on: { ...answering, reminder: { actions: say('it is time') } } },
    fetching: { meta: { burst: 'each' }, invoke: { id: 'goods', src: 'fetch', onDone: 'counter', onError: 'counter' }, on: answering },
  },
} as never), 1);

const words: Record<string, string> = { STOP: 'stop', START: 'start', order: 'order', fetch: 'fetch', gather: 'gather', part: 'part', back: 'back', guarded: 'guarded', unsayable: 'unsayable', mute: 'mute' };

export const shopScript: Script<null> = {
  chart: shopChart,
  open: () => null,
  read(_, { content }) {
    if (content.kind === 'tap') return { type: 'tapped', text: content.title };
    const text = content.kind === 'text' ? content.text : `[${content.kind}]`;
    if (text === 'unreadable') throw new Error('cannot read', { cause: new RangeError('too odd') });
    return { type: words[text] ?? 'said', text };
  },
  render(said) {
    const texts = said.map(({ params }) => String(params.text)).filter((text) => text !== '(nothing)');
    if (texts.includes('unsayable')) throw new Error('no words for it');
    return texts.length > 0 ? { text: texts.join(' | ') } : null;
  },
  sorry: () => ({ text: 'sorry' }),
  enough: () => ({ text: 'enough' }),
};

export const noon = 1_790_000_000_000;
const plenty = 1_000;

/** A message of the nth place in the mail lane; a STOP that came as such lies in the urgent lane. */
export const message = (n: number, text: string, after = 0): ClaimedLetter => letterOf(lanes.mail, n, { kind: 'message', id: `wamid.${n}`, sentAt: noon + after, content: { kind: 'text', text } }, after);
export const tap = (n: number, title: string, after = 0): ClaimedLetter => letterOf(lanes.mail, n, { kind: 'message', id: `wamid.${n}`, sentAt: noon + after, content: { kind: 'tap', id: title, title } }, after);
export const picture = (n: number, after = 0): ClaimedLetter => letterOf(lanes.mail, n, { kind: 'message', id: `wamid.${n}`, sentAt: noon + after, content: { kind: 'media', media: 'image', mediaId: 'm', caption: null } }, after);
export const stopWord = (n: number, after = 0): ClaimedLetter => ({ ...message(n, 'STOP', after), lane: lanes.urgent });
export const timerOf = (n: number, session: Session, id: string): ClaimedLetter => letterOf(lanes.urgent, n, { kind: 'timer', id, gen: session.timers[id]!.gen });
export const goodsOf = (n: number, session: Session): ClaimedLetter => letterOf(lanes.urgent, n, { kind: 'done', id: 'goods', gen: session.jobs.goods!.gen, output: null });
export const letterOf = (lane: 0 | 1, n: number, mail: Mail, after = 0): ClaimedLetter => ({ lane, n, mail, postedAt: noon + after });

export interface Before {
  session?: Session | null;
  limit?: number;
  /** ms after noon at which the turn is taken. */
  after?: number;
  stopped?: boolean;
  taken?: [number, number];
  script?: Script<null>;
}

/** Takes one turn over letters; without a session the shop has just opened. */
export function take(letters: ClaimedLetter[], { session = opened(), limit = plenty, after = 60_000, stopped = false, taken = [0, 0], script = shopScript }: Before = {}): Turned {
  return turn({ userId: 'u', epoch: 1, turn: session?.seq ?? 0, taken, stopped, lastMessageAt: null, letters }, session, null, limit, noon + after, script);
}

export const opened = (): Session => thawed(begin(shopChart, null, noon).session);
/** The session after these messages, each taken in a turn of its own. */
export const after = (...texts: string[]): Session => texts.reduce<Session>((session, text, i) => thawed(take([message(i + 1, text)], { session }).session!), opened());
export const thawed = (session: Session): Session => JSON.parse(JSON.stringify(session)) as Session;
export const textsOf = ({ bubbles }: Turned): string[] => bubbles.map(({ text }) => text);
export const heardOf = ({ heard }: Turned): string[] => heard.map(({ mail }) => (mail.content.kind === 'text' ? mail.content.text : mail.content.kind === 'tap' ? mail.content.title : `[${mail.content.kind}]`));
