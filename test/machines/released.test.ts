// What is released stays good: the chart is the one that was recorded, and sessions of every version go on on the present one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conversationFlow } from '../../machines/conversation.ts';
import type { Context, Flow } from '../../machines/vocabulary.ts';
import { adopt } from '../../src/conversation/adopt.ts';
import { metaOf, type Chart } from '../../src/conversation/chart.ts';
import { read } from '../../src/conversation/read.ts';
import { render } from '../../src/conversation/render.ts';
import { conversationChart } from '../../src/conversation/script.ts';
import { pathOf, type Session } from '../../src/conversation/session.ts';
import { restore, step } from '../../src/conversation/step.ts';
import { turn, type Script, type Turned } from '../../src/conversation/turn.ts';
import type { Mail } from '../../src/mailbox/letter.ts';
import { exerciseById, pickLesson } from '../scenarios/exercises.ts';
import { faultsOf, recordedIn, release } from './release.ts';
import { choices, passing } from './walk.ts';
import { chartWithout, statePaths } from './without-state.ts';

const recorded = recordedIn();
const now = Date.parse('2026-11-25T09:00:00Z');
const golden = Object.keys(recorded.versions).flatMap((version) => recorded.goldenOf(Number(version)) ?? []);
const stateOf = ({ current_flow: flow, step: inFlow }: Session): string => [flow, inFlow].filter(Boolean).join('.');
const thawed = (session: Session): Session => JSON.parse(JSON.stringify(session)) as Session;
// Also of the present version, so that all of adoption is gone through.
const elsewhere = golden.map((session) => ({ ...session, chart: 'ffffffffffffffff' }));

describe('the chart', () => {
  it('is the one that is recorded for its version, and every earlier version can be brought up to it', () => {
    expect(faultsOf(conversationChart, recorded)).toEqual([]);
  });

  it('has golden sessions of every state in which somebody can rest', () => {
    const leaves = statePaths().filter((one, _, all) => !passing().includes(one) && !all.some((other) => other.startsWith(`${one}.`)));
    expect([...new Set(recorded.goldenOf(conversationChart.version)!.map(stateOf))].toSorted()).toEqual(leaves.toSorted());
  });
});

describe('a release is refused', () => {
  const versions = { 1: 'a', 2: 'b' };
  const goldenOf = () => golden.slice(0, 1);
  const migrations = { 1: (session: Session) => session };
  const sound = { version: 2, fingerprint: 'b', migrations };

  it('not when all is there', () => {
    expect(faultsOf(sound, { versions, goldenOf })).toEqual([]);
  });

  it('when the chart changed and the version did not, and says what to do', () => {
    const [fault, ...others] = faultsOf({ ...sound, fingerprint: 'c' }, { versions, goldenOf });
    expect(fault).toMatch(/version 2 has changed.*Bump conversationVersion, add a migration.*npm run release/);
    expect(others).toEqual([]);
  });

  it.each<[string, Parameters<typeof faultsOf>]>([
    ['when its version is not recorded', [{ ...sound, version: 3, migrations: { ...migrations, 2: (s) => s } }, { versions, goldenOf }]],
    ['when nothing says how an earlier version becomes the next', [{ ...sound, migrations: {} }, { versions, goldenOf }]],
    ['when an earlier version has no golden sessions', [sound, { versions, goldenOf: (version) => (version === 1 ? null : goldenOf()) }]],
    ['when an earlier version was forgotten', [sound, { versions: { 2: 'b' }, goldenOf }]],
    ['when its version went down', [{ ...sound, version: 1, fingerprint: 'a' }, { versions, goldenOf }]],
  ])('%s', (_why, given) => {
    expect(faultsOf(...given)).toHaveLength(1);
  });
});

describe('recording a release', () => {
  let dir: string;
  beforeEach(() => void (dir = mkdtempSync(path.join(tmpdir(), 'charla-release-'))));
  afterEach(() => rmSync(dir, { recursive: true }));
  const some = (from: number) => () => golden.slice(from, from + 2);

  it('keeps what is recorded and adds what is new', () => {
    expect(release({ version: 1, fingerprint: 'a' }, some(0), dir)).toBe('recorded');
    expect(release({ version: 2, fingerprint: 'b' }, some(2), dir)).toBe('recorded');
    expect(release({ version: 2, fingerprint: 'b' }, some(4), dir)).toBe('known');
    const { versions, goldenOf } = recordedIn(dir);
    expect(versions).toEqual({ 1: 'a', 2: 'b' });
    expect([goldenOf(1), goldenOf(2), goldenOf(3)]).toEqual([some(0)(), some(2)(), null]);
  });

  it('refuses another chart under a recorded version, and a version that went down', () => {
    release({ version: 2, fingerprint: 'a' }, some(0), dir);
    expect(() => release({ version: 2, fingerprint: 'b' }, some(2), dir)).toThrow(/Bump conversationVersion/);
    expect(() => release({ version: 1, fingerprint: 'b' }, some(2), dir)).toThrow(/above/);
    expect(recordedIn(dir).versions).toEqual({ 2: 'a' });
    expect(recordedIn(dir).goldenOf(2)).toEqual(some(0)());
  });
});

/** What the flow data says should be under way in a state. */
function expected(session: Session): { timers: string[]; jobs: string[] } {
  const found = { timers: [] as string[], jobs: [] as string[] };
  let flow: Flow = conversationFlow;
  let id = 'conversation';
  for (const name of ['', ...pathOf(session.value)]) {
    if (name !== '') [flow, id] = [flow.states![name]!, `${id}.${name}`];
    found.timers.push(...Object.keys(flow.after ?? {}).map((delay) => `${delay}.${id}`));
    if (flow.invoke) found.jobs.push(flow.invoke.id);
  }
  return found;
}

describe('a golden session', () => {
  it('is adopted without losing its place', () => {
    for (const session of [...golden, ...elsewhere]) {
      const adopted = adopt(session, conversationChart, now);
      expect([stateOf(session), adopted.fate]).not.toEqual([stateOf(session), 'stranded']);
      expect(restore(conversationChart, adopted.session).status).toBe('active');
    }
  });

  it('has every timer and job that its state expects', () => {
    for (const session of elsewhere) {
      const { session: adopted } = adopt(session, conversationChart, now);
      expect([stateOf(session), Object.keys(adopted.timers), Object.keys(adopted.jobs)]).toEqual([stateOf(session), expected(adopted).timers, expected(adopted).jobs]);
    }
    expect(elsewhere.filter((session) => expected(session).timers.length > 0).length).toBeGreaterThan(3);
  });

  it('is JSON through and through', () => {
    for (const session of elsewhere) {
      const { session: adopted } = adopt(session, conversationChart, now);
      expect(thawed(adopted)).toEqual(adopted);
    }
  });

  it('goes on: it takes all that a learner, a clock or a job may do', () => {
    const deaf = elsewhere.flatMap((session) => {
      const adopted = thawed(adopt(session, conversationChart, now).session);
      const quiet = adopted.current_flow === 'human' || metaOf(conversationChart, adopted.value).burst === 'hold';
      return choices(adopted).flatMap(({ by, own, letter }) => {
        const stepped = step(adopted, letter, now, conversationChart);
        const works = stepped !== null && (stepped.effects.length > 0 || quiet || !own);
        return works ? [] : [`${stateOf(adopted)}: ${by}`];
      });
    });
    expect(deaf).toEqual([]);
  });
});

/** What comes of "hola" in a session as the engine adopts it, and of the answer to the job that it may start. */
function hola(session: Session, chart: Chart): { said: string[]; dead: string[]; session: Session } {
  const script: Script<null> = {
    chart,
    open: () => ({}),
    read: (current, mail, at) => read(current, chart, mail.content, exerciseById, at),
    render: (said) => render(said.map(({ params, context }) => ({ key: String(params.key), context: context as unknown as Context })), { exerciseById, humanContact: '', now }),
    sorry: () => ({ text: 'SORRY' }),
    enough: () => ({ text: 'ENOUGH' }),
  };
  const take = (from: Session, lane: 0 | 1, mail: Mail): Turned =>
    turn({ userId: 'u', epoch: 1, turn: from.seq, taken: [0, 0], stopped: false, lastMessageAt: null, letters: [{ lane, n: 1, mail, postedAt: now - 60_000 }] }, from, null, 10, now, script);
  const turns = [take(session, 0, { kind: 'message', id: 'wamid.1', sentAt: now, content: { kind: 'text', text: 'hola' } })];
  for (const { id, gen } of turns[0]!.starts) turns.push(take(thawed(turns[0]!.session!), 1, { kind: 'done', id, gen, output: pickLesson('es', 'en') }));
  return { said: turns.flatMap(({ bubbles }) => bubbles.map(({ text }) => text)), dead: turns.flatMap(({ dead }) => dead.map(({ error }) => error)), session: turns.at(-1)!.session! };
}

describe('a learner in a state that nobody migrated', () => {
  // XState says so when a history names a state that is gone, which here it does on purpose.
  beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
  afterEach(() => void vi.restoreAllMocks());

  it.each(statePaths())('%s is brought to safety in silence and answered at the next message', (lost) => {
    const chart = chartWithout(lost);
    for (const session of golden) {
      const isLost = `${stateOf(session)}.`.startsWith(`${lost}.`);
      const adopted = adopt(session, chart, now);
      expect([stateOf(session), adopted.fate]).toEqual([stateOf(session), isLost ? 'stranded' : 'migrated']);
      if (!isLost) continue;
      expect(adopted.session.temp_data).toEqual(session.temp_data);
      const { said, dead, session: after } = hola(thawed(adopted.session), chart);
      expect([stateOf(session), dead, said.length]).toEqual([stateOf(session), [], 1]);
      // Who has introduced themselves is not asked to again; who has not, is.
      const { onboarded } = session.temp_data as unknown as Context;
      expect([stateOf(session), /^(?:onboarding|greeting)/.test(after.current_flow)]).toEqual([stateOf(session), !onboarded]);
    }
  });
});
