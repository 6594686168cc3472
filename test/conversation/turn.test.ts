// A learner's waiting letters in one go: who comes first, what is taken together, what is answered, and what goes wrong safely.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeWindow, turn } from '../../src/conversation/turn.ts';
import type { Session } from '../../src/conversation/session.ts';
import type { ClaimedLetter } from '../../src/mailbox/claim.ts';
import { lanes, type Reminder } from '../../src/mailbox/letter.ts';
import { after, goodsOf, heardOf, letterOf, message, noon, opened, picture, shopScript, stopWord, take, tap, textsOf, thawed, timerOf } from './corner-shop.ts';

const nudge = 'nudge.shop.counter';
const nudgeSilent = 'nudge.shop.silent';

describe('the order of letters', () => {
  it('is that of the mail, each heard once and answered once', () => {
    const turned = take([message(1, 'a'), message(2, 'b'), tap(3, 'c')]);
    expect(textsOf(turned)).toEqual(['1: a | 2: b | 3: c']);
    expect(heardOf(turned)).toEqual(['a', 'b', 'c']);
    expect(turned).toMatchObject({ taken: [3, 0], held: false, lookAgainAt: null, dead: [], session: { temp_data: { n: 3 } } });
    expect(turned.heard.map(({ postedAt }) => postedAt)).toEqual([noon, noon, noon]);
  });

  it('puts the urgent lane first', () => {
    const session = after('fetch');
    const turned = take([message(1, 'a', 100), goodsOf(1, session)], { session });
    expect(turned).toMatchObject({ taken: [1, 1], session: { current_flow: 'counter', jobs: {} } });
    expect(textsOf(turned)).toEqual(['1: a']);
  });

  it('is that of time between a timer and a message, though the timer’s letter overtakes', () => {
    const session = opened();
    const wrote = (ms: number) => textsOf(take([message(1, 'a', ms), timerOf(1, session, nudge)], { session, after: 60_500 }));
    expect(wrote(59_999)).toEqual(['1: a | still there?']);
    expect(wrote(60_000)).toEqual(['still there? | 1: a']);
    expect(wrote(60_400)).toEqual(['still there? | 1: a']);
  });

  it('is that of time also when no sweep has found the timer yet; its letter then comes too late', () => {
    const turned = take([message(1, 'a', 60_400)], { after: 60_500 });
    expect(textsOf(turned)).toEqual(['still there? | 1: a']);
    expect(take([timerOf(1, opened(), nudge)], { session: turned.session }).bubbles).toEqual([]);
    expect(textsOf(take([message(1, 'a', 59_999)], { after: 60_500 }))).toEqual(['1: a']);
  });

  it('lets a timer end a state that holds the mail, whenever the mail came', () => {
    const session = after('order');
    const turned = take([message(2, 'a', 100), timerOf(1, session, 'slow.shop.ordering')], { session, after: 8_000 });
    expect(textsOf(turned)).toEqual(['slow | 1: a']);
  });

  it('goes on from the counters of the claim', () => {
    expect(take([], { taken: [4, 2] }).taken).toEqual([4, 2]);
    expect(take([message(9, 'a')], { taken: [4, 2] }).taken).toEqual([9, 2]);
  });

  it('opens a session for a learner without one before the first letter', () => {
    const turned = take([message(1, 'a')], { session: null });
    expect(turned.session).toMatchObject({ current_flow: 'counter', seq: 2 });
    expect(textsOf(turned)).toEqual(['1: a']);
  });

  it('drops a timer that comes too late, and takes it off the lane', () => {
    const session = opened();
    const turned = take([timerOf(1, session, nudge)], { session: { ...session, timers: {} } });
    expect(turned).toMatchObject({ taken: [0, 1], bubbles: [], dead: [] });
    expect(turned.session!.seq).toBe(session.seq);
  });

  it('hands records on in order, with the time of the letter behind them', () => {
    const { records } = take([message(1, 'a', 5), message(2, 'b', 9)]);
    expect(records.map(({ type, params }) => [type, params])).toEqual([['note', { text: 'a' }], ['note', { text: 'b' }]]);
    expect(records.map(({ context }) => context)).toEqual([{ n: 1 }, { n: 2 }]);
  });
});

describe('a state that takes each', () => {
  it('answers a burst of five in order, in one bubble', () => {
    const turned = take(['a', 'b', 'c', 'd', 'e'].map((text, i) => message(i + 1, text, i * 100)));
    expect(textsOf(turned)).toEqual(['1: a | 2: b | 3: c | 4: d | 5: e']);
    expect(turned.session!.temp_data.n).toBe(5);
  });

  it('answers in a bubble each when its replies are separate', () => {
    expect(textsOf(take([message(1, 'a'), message(2, 'b')], { session: after('part') }))).toEqual(['1: a', '2: b']);
  });

  it('says nothing when there are no words', () => {
    expect(take([message(1, 'mute')]).bubbles).toEqual([]);
  });
});

describe('a state that holds', () => {
  it('leaves the mail that follows where it is, and says that it is held', () => {
    const turned = take([message(1, 'order'), message(2, 'hurry')]);
    expect(turned).toMatchObject({ taken: [1, 0], held: true, lookAgainAt: null, bubbles: [], session: { current_flow: 'ordering' } });
    expect(heardOf(turned)).toEqual(['order']);
    expect(turned.starts).toEqual([expect.objectContaining({ kind: 'start', id: 'goods', src: 'fetch' })]);
  });

  it('gives the mail free when the answer comes', () => {
    const session = after('order');
    const turned = take([message(2, 'hurry'), goodsOf(1, session)], { session, taken: [1, 0] });
    expect(turned).toMatchObject({ taken: [2, 1], held: false });
    expect(textsOf(turned)).toEqual(['here | 1: hurry']);
  });

  it('gives the mail free when its time is up', () => {
    const session = after('order');
    expect(textsOf(take([message(2, 'hurry'), timerOf(1, session, 'slow.shop.ordering')], { session }))).toEqual(['slow | 1: hurry']);
  });

  it('does not hold STOP', () => {
    const turned = take([stopWord(1)], { session: after('order') });
    expect(turned).toMatchObject({ taken: [0, 1], held: false, stopped: true, session: { current_flow: 'silent', jobs: {} } });
  });
});

describe('a state that merges', () => {
  const session = after('gather');
  const { quiet, longest } = mergeWindow;

  it('waits until it has been quiet for a while, and says when to look again', () => {
    const turned = take([message(2, 'a'), message(3, 'b', 300)], { session, after: 300 + quiet - 1, taken: [1, 0] });
    expect(turned).toMatchObject({ taken: [1, 0], lookAgainAt: noon + 300 + quiet, held: false, bubbles: [], heard: [], session: { seq: session.seq } });
  });

  it('then takes all as one input and answers once', () => {
    const turned = take([message(2, 'a'), message(3, 'b', 300), message(4, 'c', 400)], { session, after: 400 + quiet });
    expect(textsOf(turned)).toEqual(['1: a\nb\nc']);
    expect(heardOf(turned)).toEqual(['a', 'b', 'c']);
    expect(turned).toMatchObject({ taken: [4, 0], lookAgainAt: null, session: { seq: session.seq + 1 } });
  });

  it('waits no longer than its longest, however busy the learner types', () => {
    const busy = (until: number) => Array.from({ length: until / 500 + 1 }, (_, i) => message(i + 2, `${i}`, i * 500));
    expect(take(busy(2_500), { session, after: 2_500 }).lookAgainAt).toBe(noon + longest);
    const turned = take(busy(longest), { session, after: longest });
    expect(textsOf(turned)).toEqual(['1: 0\n1\n2\n3\n4\n5\n6']);
  });

  it('takes two taps on one button within four seconds for one, unless something else was written in between', () => {
    const heard = (...letters: ReturnType<typeof tap>[]) => textsOf(take(letters, { session, after: 6_000 })).join(' | ');
    expect(heard(tap(2, 'x'), tap(3, 'x', 3_000))).toBe('1: x');
    expect(heard(tap(2, 'x'), tap(3, 'x', 5_000))).toBe('1: x | 2: x');
    expect(heard(tap(2, 'x'), message(3, 'a', 1_000), tap(4, 'x', 3_000))).toBe('1: x | 2: a | 3: x');
  });

  it('takes a tap at once and alone', () => {
    const turned = take([tap(2, 'x'), tap(3, 'y')], { session, after: 0 });
    expect(textsOf(turned)).toEqual(['1: x | 2: y']);
    expect(turned.lookAgainAt).toBeNull();
  });

  it('never merges past a tap or a picture: what came before does not wait, what came after does', () => {
    const turned = take([message(2, 'a'), message(3, 'b', 10), tap(4, 'x', 20), picture(5, 30), message(6, 'c', 40)], { session, after: 50 });
    expect(textsOf(turned)).toEqual(['1: a\nb | 2: x | 3: [media]']);
    expect(turned).toMatchObject({ taken: [5, 0], lookAgainAt: noon + 40 + quiet });
  });

  it('does not make the urgent lane wait', () => {
    const turned = take([message(2, 'a'), stopWord(1, 5)], { session, after: 10 });
    expect(turned).toMatchObject({ taken: [2, 1], stopped: true, lookAgainAt: null });
  });
});

describe('STOP', () => {
  it('overtakes the mail that came before it, which is logged and not answered', () => {
    const turned = take([message(1, 'a'), message(2, 'b', 10), stopWord(1, 20)]);
    expect(textsOf(turned)).toEqual(['bye']);
    expect(heardOf(turned)).toEqual(['STOP', 'a', 'b']);
    expect(turned).toMatchObject({ taken: [2, 1], stopped: true, session: { current_flow: 'silent', temp_data: { n: 0 } } });
  });

  it('leaves what came after it to be answered as of a learner who has stopped', () => {
    const turned = take([message(1, 'a'), stopWord(1, 20), message(2, 'b', 30)]);
    expect(textsOf(turned)).toEqual(['bye | you said stop']);
    expect(turned).toMatchObject({ taken: [2, 1], stopped: true });
  });

  it('is heard beyond the day’s limit', () => {
    const turned = take([stopWord(1)], { session: passed(0), limit: 0 });
    expect(turned).toMatchObject({ stopped: true, session: { current_flow: 'silent' } });
    expect(textsOf(turned)).toEqual(['bye']);
  });

  it('keeps a learner from all that is not a reply', () => {
    const session = after('STOP');
    const turned = take([timerOf(1, session, nudgeSilent)], { session, stopped: true });
    expect(turned).toMatchObject({ taken: [0, 1], bubbles: [], stopped: true });
  });

  it('keeps a nudge out of the reply that leaves in the same turn', () => {
    const session = after('STOP');
    expect(textsOf(take([message(2, 'a'), timerOf(1, session, nudgeSilent)], { session, stopped: true }))).toEqual(['you said stop']);
  });

  it('is over when the machine says so', () => {
    const turned = take([message(2, 'START')], { session: after('STOP'), stopped: true });
    expect(turned.stopped).toBe(false);
    expect(textsOf(turned)).toEqual(['hello again']);
  });
});

describe('a letter that breaks the machine', () => {
  it.each([
    ['reading it throws', 'unreadable', 'Error: cannot read ← RangeError: too odd'],
    ['a guard throws', 'guarded', /^StepFailed: Machine shop threw in counter.* ← [^]*scales are broken/],
  ])('goes to the dead ones with its reasons when %s; the learner hears sorry and later letters are handled', (_, text, reason) => {
    const turned = take([message(1, 'a'), message(2, text), message(3, 'b')], { session: after('part', 'back') });
    expect(turned.dead).toEqual([{ letter: message(2, text), error: typeof reason === 'string' ? reason : expect.stringMatching(reason) }]);
    expect(textsOf(turned)).toEqual(['1: a', 'sorry', '2: b']);
    expect(turned.taken).toEqual([3, 0]);
    expect(heardOf(turned)).toEqual(['a', text, 'b']);
  });

  it.each(['counter', 'apart'])('does not hold up the mailbox when there are no words for its answer (%s)', (state) => {
    const turned = take([message(1, 'a'), message(2, 'unsayable'), message(3, 'b')], { session: after('part', ...(state === 'counter' ? ['back'] : [])) });
    expect(turned.taken).toEqual([3, 0]);
    expect(textsOf(turned)).toContain('sorry');
  });

  it('leaves the session as the letter before it made it', () => {
    const session = after('a');
    const turned = take([message(2, 'guarded')], { session });
    expect(turned.session).toEqual({ ...session, wrote: { since: noon, messages: 2 }, seq: session.seq + 1 });
  });

  it('goes to the dead ones without a word when the learner did not send it', () => {
    const session = after('order');
    const broken = { ...shopScript, chart: { ...shopScript.chart, machine: Object.create(shopScript.chart.machine, { transition: { value: () => { throw new Error('jammed'); } } }) as never } };
    const turned = take([goodsOf(1, session)], { session, script: broken });
    expect(turned).toMatchObject({ bubbles: [], taken: [0, 1], dead: [{ error: expect.stringContaining('jammed') }] });
  });
});

describe('the day’s limit', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((text, i) => message(i + 1, text));

  it('is told once, by the message that crosses it; later ones are logged in silence', () => {
    const turned = take(five, { limit: 2 });
    expect(textsOf(turned)).toEqual(['1: a | 2: b', 'enough']);
    expect(heardOf(turned)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(turned).toMatchObject({ taken: [5, 0], session: { temp_data: { n: 2 }, wrote: { since: noon, messages: 3 } } });
  });

  it.each([[5, ['1: a | 2: b | 3: c | 4: d | 5: e']], [0, ['enough']]])('of %i messages lets five be told %j', (limit, texts) => {
    expect(textsOf(take(five, { limit }))).toEqual(texts);
  });

  it('that was passed leaves five more without a word, and no turn to be written', () => {
    const session = passed(2);
    const turned = take(five, { session, limit: 2 });
    expect(textsOf(turned)).toEqual([]);
    expect(turned.session).toBe(session);
  });

  it.each([['one by one', 1], ['two by two', 2], ['three by three', 3], ['all at once', 7]])('is told once when seven messages come %s, whether they are merged or not', (_, size) => {
    for (const [state, limit] of ['counter', 'gather'].flatMap((state) => [1, 2, 3, 4, 5, 6].map((limit) => [state, limit] as const))) {
      let session = state === 'gather' ? after('gather') : opened();
      delete session.wrote;
      const told: string[] = [];
      for (let n = 0; n < 7; n += size) {
        const turned = take(Array.from({ length: Math.min(size, 7 - n) }, (_none, i) => message(n + i + 2, 'x', n + i)), { session, limit });
        session = thawed(turned.session!);
        told.push(...textsOf(turned));
      }
      expect(told.filter((text) => text === 'enough')).toHaveLength(1);
      expect(told.at(-1)).toBe('enough');
    }
  });

  it('ends 24 hours after the first message, and is then told again', () => {
    const day = 24 * 3_600_000;
    const again = (at: number) => textsOf(take([message(8, 'b', at), message(9, 'c', at)], { session: passed(1), limit: 1, after: at }));
    expect(again(day - 1)).toEqual(['still there?']);
    expect(again(day)).toEqual(['still there? | 2: b', 'enough']);
  });

  it('gives what is said beyond it a number of its own, so that it never collides with the reply before', () => {
    const session = after('a');
    const turned = take([message(2, 'b')], { session, limit: 1 });
    expect(textsOf(turned)).toEqual(['enough']);
    expect(turned.session!.seq).toBe(session.seq + 1);
    expect(JSON.stringify(turned.session)).toMatch(/"wrote":\{"since":\d+,"messages":2\},"seq":\d+\}$/);
  });

  it('holds up neither timers nor jobs’ answers', () => {
    const session = { ...after('order'), wrote: { since: noon, messages: 3 } };
    const turned = take([goodsOf(1, session), message(2, 'a')], { session, limit: 2 });
    expect(turned.session).toMatchObject({ current_flow: 'counter', temp_data: { n: 0 } });
    expect(textsOf(turned)).toEqual(['here']);
  });

  it('counts messages, and not what a person or the engine puts into the mail, nor the second tap of a nervous thumb', () => {
    const turned = take([letterOf(lanes.mail, 1, { kind: 'released' }), message(2, 'a')], { limit: 1 });
    expect(textsOf(turned)).toEqual(['1: a']);
    expect(take([tap(1, 'x'), tap(2, 'x', 100), message(3, 'a', 200)], { limit: 2 }).session!.wrote).toEqual({ since: noon, messages: 2 });
  });
});

/** A session whose learner has written one message more than the limit. */
function passed(limit: number): Session {
  return thawed(take(Array.from({ length: limit + 1 }, (_, i) => message(i + 1, 'a')), { limit }).session!);
}

describe('jobs', () => {
  it('that are left again in the same turn are not started', () => {
    expect(take([message(1, 'fetch')]).starts).toHaveLength(1);
    const turned = take([message(1, 'fetch'), message(2, 'back')]);
    expect(turned.session!.jobs).toEqual({});
    expect(turned.starts).toEqual([]);
  });

  it('that are begun anew in the same turn are started once, for the last visit', () => {
    const turned = take([message(1, 'fetch'), message(2, 'back'), message(3, 'fetch')]);
    expect(turned.starts.map(({ gen }) => gen)).toEqual([turned.session!.jobs.goods!.gen]);
  });
});

describe('passes', () => {
  it('come to the same session, counters and words however the letters are split among them', () => {
    const text = fc.constantFrom('a', 'b', 'part', 'back', 'guarded', 'unreadable', 'mute', 'STOP', 'START');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 14 }), fc.array(fc.nat(4), { maxLength: 14 }), fc.integer({ min: 0, max: 16 }), (texts, sizes, limit) => {
        const letters = texts.map((one, i) => message(i + 1, one, i));
        const whole = inPasses([letters], limit);
        const passes = [];
        let rest = letters;
        for (const size of sizes) {
          passes.push(rest.slice(0, size));
          rest = rest.slice(size);
        }
        expect(inPasses([...passes, rest], limit)).toEqual(whole);
      }),
      { numRuns: 300, seed: 20_261_124 },
    );
  });

  function inPasses(passes: ReturnType<typeof message>[][], limit: number) {
    let session: Session | null = null;
    let taken: [number, number] = [0, 0];
    let stopped = false;
    let heard = 0;
    const texts: string[] = [];
    for (const letters of passes) {
      const turned = take(letters, { session, taken, stopped, limit });
      session = thawed(turned.session!);
      ({ taken, stopped } = turned);
      heard += turned.heard.length;
      texts.push(...textsOf(turned));
    }
    return { session, taken, stopped, heard, texts: texts.join(' | ') };
  }
});

describe('a reminder', () => {
  const hour = 3_600_000;
  const reminder = (own: Partial<Reminder> = {}) => letterOf(lanes.mail, 1, { kind: 'reminder', about: 'daily', variant: 'plain', time: '09:00', dayBeganAt: 0, until: noon + 3 * hour, template: null, ...own });
  const told: string[] = [];
  const script: typeof shopScript = { ...shopScript, render: (said, session, now, template) => {
    told.push(template?.name ?? 'free');
    return shopScript.render(said, session, now, template);
  } };
  const said = (letters: ClaimedLetter[], lastMessageAt: number | null, now: number) => {
    told.length = 0;
    return turn({ userId: 'u', epoch: 1, turn: 1, taken: [0, 0], stopped: false, lastMessageAt, letters }, { ...opened(), value: 'reminding', current_flow: 'reminding', timers: {} } as Session, null, 10, now, script);
  };

  it('is said while its hour lasts and the window is open, and no later', () => {
    expect(textsOf(said([reminder()], noon, noon + 2 * hour))).toEqual(['it is time']);
    expect(told).toEqual(['free']);
    expect(said([reminder()], noon, noon + 3 * hour + 1)).toMatchObject({ bubbles: [], taken: [1, 0] });
    expect(said([reminder()], noon, noon + 2 * hour).until).toBe(noon + 3 * hour);
  });

  it('is the template outside the window, and nothing without one', () => {
    const template = { name: 'lesson_reminder', language: 'es' };
    expect(said([reminder()], noon - 25 * hour, noon)).toMatchObject({ bubbles: [], taken: [1, 0] });
    expect(said([reminder()], null, noon).bubbles).toEqual([]);
    expect(said([reminder({ template })], noon - 25 * hour, noon).bubbles).toHaveLength(1);
    expect(told).toEqual(['lesson_reminder']);
    expect(said([reminder({ template })], noon - 23 * hour, noon).bubbles).toHaveLength(1);
    expect(told).toEqual(['free']);
  });

  it('together with a message is an answer: free words, for as long as it takes', () => {
    const turned = said([message(1, 'a'), { ...reminder({ template: { name: 'lesson_reminder', language: 'es' } }), n: 2 }], noon - 25 * hour, noon);
    expect(told).toEqual(['free']);
    expect(turned.until).toBeNull();
  });
});
