// The shape of a session: a path for people, the next due time for the store.
import { describe, expect, it } from 'vitest';
import { nextTimerAt, pathOf, type Session } from '../../src/conversation/session.ts';

describe('the path of a state', () => {
  it.each([
    ['idle', ['idle']],
    [{ lesson: 'gate' }, ['lesson', 'gate']],
    [{ lesson: { exercise: 'asking' } }, ['lesson', 'exercise', 'asking']],
    [{ workshop: { clay: 'idle', watch: { on: 'ticking' } } }, ['workshop', 'clay', 'idle', 'watch', 'on', 'ticking']],
  ])('of %j is %j', (value, path) => {
    expect(pathOf(value)).toEqual(path);
  });
});

describe('the next due time', () => {
  const timersAt = (...dues: number[]) => ({ timers: Object.fromEntries(dues.map((dueAt, i) => [`t${i}`, { gen: i, dueAt }])) }) as unknown as Session;

  it('is the earliest of all timers', () => {
    expect(nextTimerAt(timersAt(30, 10, 20))).toBe(10);
  });

  it('may be the start of the epoch', () => {
    expect(nextTimerAt(timersAt(5, 0))).toBe(0);
  });

  it('is null without timers', () => {
    expect(nextTimerAt(timersAt())).toBeNull();
  });
});
