// An `after` of a machine becomes one letter when it is due, however many sweeps look at once.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextPhone, openWorld, send, textFrom, until, type World } from '../world.ts';
import { startChild } from './child.ts';
import { echoOf, nudgeAfterMs } from './talker.ts';

let world: World;
let ahead = 0;
beforeEach(async () => {
  world = await openWorld('timers');
  ahead = 0;
});
afterEach(() => world.close());
const now = () => Date.now() + ahead;
const running = async () => (await world.rows('select 1 from sessions where next_timer_at is not null')).length === 1;

test('three engines, one timer: one nudge, not before it is due', async () => {
  const [engine] = await Promise.all([world.engine({ now }), world.engine({ now }), world.engine({ now })]);
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'wait'));
  await until('the timer runs', running);
  expect(await world.rows(`select 1 from letters where lane = 1`)).toEqual([]);
  ahead = nudgeAfterMs + 5_000;
  await until('the nudge', () => world.graph.textsTo(phone).length > 0);
  await until('the timer is gone', async () => !(await running()));
  await send(engine.port, textFrom(phone, 'a'));
  await until('the reply', () => world.graph.textsTo(phone).includes(echoOf('a')));
  expect(world.graph.textsTo(phone)).toEqual(['nudge', echoOf('a')]);
  expect(await world.rows(`select count(*)::int as n from letters where lane = 1`)).toEqual([{ n: 1 }]);
});

test('a timer that was started anew fires at its new time only', async () => {
  const engine = await world.engine({ now });
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'wait'));
  await until('the timer runs', running);
  ahead = nudgeAfterMs / 2;
  await send(engine.port, textFrom(phone, 'wait'));
  await until('it was started anew', async () => (await world.rows('select 1 from mailboxes where mail_taken = 2')).length === 1);
  ahead = nudgeAfterMs + 5_000;
  await until('the sweep has passed the first time', async () => (await world.rows('select 1 from sessions where next_timer_at > $1', [new Date(now()).toISOString()])).length === 1);
  expect(await world.rows(`select 1 from letters where lane = 1`)).toEqual([]);
  ahead = 1.5 * nudgeAfterMs + 5_000;
  await until('the nudge', () => world.graph.textsTo(phone).length > 0);
  expect(world.graph.textsTo(phone)).toEqual(['nudge']);
});

test('a timer that comes due while no scheduler runs fires when one is back', async () => {
  const engine = await world.engine({ now, roles: new Set(['web', 'worker']) });
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'wait'));
  await until('the timer runs', running);
  ahead = nudgeAfterMs * 3;
  await world.engine({ now, roles: new Set(['scheduler']) });
  await until('the nudge', () => world.graph.textsTo(phone).length > 0);
  expect(world.graph.textsTo(phone)).toEqual(['nudge']);
});

test('a timer is swept within two seconds of being due, also when the scheduler that started it was killed', async () => {
  const doomed = await startChild(world, ['scheduler']);
  const engine = await world.engine({ now, roles: new Set(['web', 'worker']) });
  await world.engine({ now, roles: new Set(['scheduler']) });
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'wait'));
  await until('the timer runs', running);
  await doomed.end('SIGKILL');
  const [before] = await world.rows<{ at: Date }>('select clock_timestamp() as at');
  ahead = nudgeAfterMs + 5_000;
  await until('the nudge', () => world.graph.textsTo(phone).length > 0);
  const [letter] = await world.rows<{ at: Date }>('select posted_at as at from letters where lane = 1');
  expect(letter!.at.getTime() - before!.at.getTime()).toBeLessThan(2_000);
});
