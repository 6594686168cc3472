// Wherever a conversation can get to, it can get out of, answers what it is told, and does the same thing twice.
import { describe, expect, it } from 'vitest';
import { metaOf } from '../../src/conversation/chart.ts';
import { step } from '../../src/conversation/step.ts';
import { chart, now, passing, transitionsOf, walk, type Place, type Way } from './walk.ts';

// Thousands of places, each with scores of ways: on a busy machine that takes its time.
const patience = 120_000;
const places = walk();
const all = [...places.values()];
const stateOf = (place: Place): string => [place.session.current_flow, place.session.step].filter(Boolean).join('.');
const says = ({ stepped }: Way): string[] => stepped.effects.flatMap((effect) => (effect.kind === 'act' && effect.type === 'say' ? [String(effect.params.key)] : []));
const isYoung = ({ session }: Place): boolean => Number((session.temp_data.profile as { birthYear: number | null }).birthYear) > 2013;

/** The places from which one of `goals` can be reached along `ways`. */
function canReach(goal: (place: Place) => boolean, ways: (way: Way) => boolean): Set<string> {
  const into = new Map<string, string[]>();
  for (const { ways: out } of all) for (const way of out.filter(ways)) into.set(way.to, [...into.get(way.to) ?? [], way.from]);
  const reached = new Set(all.filter(goal).map(({ key }) => key));
  const queue = [...reached];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const from of into.get(key) ?? []) {
      if (reached.has(from)) continue;
      reached.add(from);
      queue.push(from);
    }
  }
  return reached;
}

describe('the conversation', () => {
  it('reaches every state', () => {
    const leaves = [...chart.metaByPath.keys()].filter((path) => path !== '' && ![...chart.metaByPath.keys()].some((other) => other.startsWith(`${path}.`)));
    // Left as soon as they are entered, so no session ever rests in them; the transitions out of them are driven below.
    const reached = new Set(all.map(stateOf));
    expect(leaves.filter((path) => !passing().includes(path)).toSorted()).toEqual([...reached].toSorted());
  });

  it('takes every declared transition', () => {
    const { declared, driven } = transitionsOf(places);
    expect(declared.filter((transition) => !driven.has(transition))).toEqual([]);
  }, patience);

  it('leads from everywhere to an exercise, by the learner’s own doing and finished jobs', () => {
    const free = canReach((place) => stateOf(place) === 'lesson.exercise', (way) => way.own || way.by.endsWith(' done'));
    expect(all.filter((place) => !free.has(place.key) && !isYoung(place)).map(stateOf)).toEqual([]);
  });

  it('leads who is too young to a person, and never to a lesson', () => {
    const young = all.filter(isYoung);
    const helped = canReach((place) => stateOf(place) === 'human', (way) => way.own);
    expect(young.length).toBeGreaterThan(0);
    expect(young.filter((place) => !helped.has(place.key)).map(stateOf)).toEqual([]);
    expect(young.filter((place) => ['lesson', 'settings'].includes(place.session.current_flow)).map(stateOf)).toEqual([]);
  });

  it('waits for a job or a person never without a timer', () => {
    const waiting = all.filter(({ session }) => Object.keys(session.jobs).length > 0 || session.current_flow === 'human');
    expect(waiting.length).toBeGreaterThan(1);
    expect(waiting.filter(({ session }) => Object.keys(session.timers).length === 0).map(stateOf)).toEqual([]);
  });

  it('answers whatever a learner does, but while a person is called or a job holds the mail', () => {
    const silent = all.filter(({ session }) => session.current_flow !== 'human' && metaOf(chart, session.value).burst !== 'hold')
      .flatMap((place) => place.ways.filter((way) => way.own && says(way).length === 0 && !way.stepped.effects.some(({ kind }) => kind === 'start')).map((way) => `${stateOf(place)}: ${way.by}`));
    expect([...new Set(silent)]).toEqual([]);
  });

  it('never takes an option of its own open question for a mistake', () => {
    const offended = all.flatMap((place) => place.ways.filter((way) => way.option && says(way).includes('unclear')).map((way) => `${stateOf(place)}: ${way.by}`));
    expect([...new Set(offended)]).toEqual([]);
  });

  it('ends every reply with the question that is open', () => {
    const open = all.flatMap((place) => place.ways.filter((way) => {
      const { prompt } = metaOf(chart, way.stepped.session.value);
      return prompt !== undefined && way.own && says(way).length > 0 && says(way).at(-1) !== prompt;
    }).map((way) => `${stateOf(place)}: ${way.by} → ${says(way).join(', ')}`));
    expect([...new Set(open)]).toEqual([]);
  });

  it('obeys STOP from everywhere, once', () => {
    const effects = (way: Way) => way.stepped.effects.flatMap((effect) => (effect.kind === 'act' && effect.type === 'silence' ? ['silence'] : []));
    for (const place of all) {
      const stop = place.ways.find((way) => way.by === 'STOP')!;
      expect([stateOf(place), stop.stepped.session.current_flow]).toEqual([stateOf(place), 'stopped']);
      expect([stateOf(place), effects(stop)]).toEqual([stateOf(place), place.session.current_flow === 'stopped' ? [] : ['silence']]);
    }
  });

  it('says nothing of its own accord to who has stopped', () => {
    const uncalled = all.filter(({ session }) => session.current_flow === 'stopped').flatMap(({ ways }) => ways.filter((way) => !way.own && says(way).length > 0).map(({ by }) => by));
    expect(uncalled).toEqual([]);
  });

  it('is pure: the same session and letter give the same bytes and change nothing that was handed in', () => {
    for (const { session, ways } of all) {
      const before = JSON.stringify(session);
      for (const { letter, stepped } of ways) {
        const { effects, session: after } = step(JSON.parse(before), letter, now, chart)!;
        expect(JSON.stringify([after, effects])).toBe(JSON.stringify([stepped.session, stepped.effects]));
      }
      expect(JSON.stringify(session)).toBe(before);
    }
  }, patience);

  it('goes on from a frozen session', () => {
    for (const { session } of all) expect(JSON.parse(JSON.stringify(session))).toEqual(session);
  });
});
