// Everybody who is due hears once, nobody at night or hours late, whoever else holds a lock.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sendReminders, type SendOptions } from '../../jobs/send-reminders.ts';
import { windowMs } from '../../src/channels/whatsapp/limits.ts';
import { listTemplates, setTemplateState } from '../../src/learners/templates.ts';
import { connect, openWorld, type World } from '../world.ts';
import { addLearners, dueOf, letters, want } from './due.ts';

let world: World;
beforeAll(async () => { world = await openWorld('reminders'); });
beforeEach(async () => {
  await world.empty();
  await world.rows('delete from templates');
});
afterAll(() => world.close());

const sweep = (now: string, own: Partial<SendOptions> = {}) => sendReminders({ store: world.store, now: () => Date.parse(now), perSecond: 1_000, reach: 1_000, ...own });
const nineInMadrid = { zone: 'Europe/Madrid', time: '09:00', followsLesson: false, at: Date.parse('2026-11-23T12:00:00Z') };
const yesterday = '2026-11-23T20:00:00Z';
/** 09:00 in Madrid on the 24th. */
const due = '2026-11-24T08:00:00Z';

test('at the hour, one letter, and tomorrow is next; not a second before, nor twice', async () => {
  const [id] = await addLearners(world, [nineInMadrid], yesterday);
  expect(await sweep('2026-11-24T07:59:59Z')).toEqual({ posted: 0, late: 0, unheard: 0 });
  expect(await sweep(due)).toEqual({ posted: 1, late: 0, unheard: 0 });
  expect(await sweep(due)).toEqual({ posted: 0, late: 0, unheard: 0 });
  expect((await letters(world)).map(({ key }) => key)).toEqual(['reminder:daily:2026-11-24']);
  expect(await dueOf(world, id!)).toEqual({ due: new Date('2026-11-25T08:00:00Z'), date: '2026-11-25', time: '09:00' });
});

test('the letter says until when it may be said and when the day began', async () => {
  await addLearners(world, [nineInMadrid], yesterday);
  await sweep(due);
  expect(JSON.parse((await letters(world))[0]!.body)).toMatchObject({ kind: 'reminder', about: 'daily', time: '09:00', until: Date.parse('2026-11-24T11:00:00Z'), dayBeganAt: Date.parse('2026-11-23T23:00:00Z'), template: null });
});

test('more than three hours late it is dropped, and so it is on the edge of the night', async () => {
  const [id] = await addLearners(world, [nineInMadrid, { ...nineInMadrid, time: '20:30', at: Date.parse(yesterday) }], yesterday);
  expect(await sweep('2026-11-24T11:00:01Z')).toEqual({ posted: 0, late: 1, unheard: 0 });
  expect((await dueOf(world, id!))!.date).toBe('2026-11-25');
  // 20:30 is due; at 21:00 the night begins.
  expect(await sweep('2026-11-24T20:00:00Z')).toEqual({ posted: 0, late: 1, unheard: 0 });
  expect(await letters(world)).toEqual([]);
});

test('an hour at night that the learner chose is kept, for half an hour', async () => {
  await addLearners(world, [{ ...nineInMadrid, time: '23:30' }, { ...nineInMadrid, time: '22:00' }], yesterday);
  expect(await sweep('2026-11-23T22:31:00Z')).toEqual({ posted: 1, late: 1, unheard: 0 });
});

test.each([
  ['whose hour has just come', '2026-11-28T08:30:00Z', ['reminder:daily:2026-11-28'], '2026-11-29'],
  ['whose hour is three hours ago', '2026-11-28T11:00:00Z', ['reminder:daily:2026-11-28'], '2026-11-29'],
  ['whose hour is long past', '2026-11-28T11:00:01Z', [], '2026-11-29'],
  ['whose hour is yet to come', '2026-11-28T07:59:00Z', [], '2026-11-28'],
])('after an outage of days there is one reminder and not one a day, for the date %s', async (_, now, keys, next) => {
  const [id] = await addLearners(world, [nineInMadrid], '2026-11-28T07:00:00Z');
  expect(await sweep(now)).toEqual({ posted: keys.length, late: 1 - keys.length, unheard: 0 });
  const sent = await letters(world);
  expect(sent.map(({ key }) => key)).toEqual(keys);
  for (const { body } of sent) expect(JSON.parse(body)).toMatchObject({ until: Date.parse('2026-11-28T11:00:00Z'), dayBeganAt: Date.parse('2026-11-27T23:00:00Z') });
  expect((await dueOf(world, id!))!.date).toBe(next);
});

test('the evening\'s word is for its own date: after an outage it is not said on another', async () => {
  await addLearners(world, [{ ...nineInMadrid, time: '20:00' }], '2026-11-28T07:00:00Z');
  await world.rows(`update reminders set kind = 'streak-saver'`);
  expect(await sweep('2026-11-28T19:30:00Z')).toEqual({ posted: 0, late: 1, unheard: 0 });
});

test('flying west after the reminder brings the hour again, and no second reminder', async () => {
  const [id] = await addLearners(world, [nineInMadrid], '2026-11-25T00:00:00Z');
  await sweep(due);
  await want(world, [{ userId: id!, zone: 'America/New_York', time: '09:00', followsLesson: false, at: Date.parse('2026-11-24T09:00:00Z') }]);
  expect(await dueOf(world, id!)).toEqual({ due: new Date('2026-11-24T14:00:00Z'), date: '2026-11-24', time: '09:00' });
  await sweep('2026-11-24T14:00:00Z');
  expect(await letters(world)).toHaveLength(1);
  await sweep('2026-11-25T14:00:00Z');
  expect((await letters(world)).map(({ key }) => key)).toEqual(['reminder:daily:2026-11-24', 'reminder:daily:2026-11-25']);
});

test('who said STOP gets no letter', async () => {
  await addLearners(world, [nineInMadrid], yesterday);
  await world.rows('update mailboxes set stopped = true');
  expect(await sweep(due)).toEqual({ posted: 0, late: 0, unheard: 1 });
  expect(await letters(world)).toEqual([]);
});

test('a learner whose turn is being written is passed over and waits for nobody; the next look finds them', async () => {
  const ids = await addLearners(world, [nineInMadrid, nineInMadrid, nineInMadrid], yesterday);
  const turn = await connect(world.corner.databaseUrl);
  await turn.query('begin');
  await turn.query('select 1 from mailboxes where user_id = $1 for update', [ids[0]]);
  expect((await sweep(due)).posted).toBe(2);
  // The turn goes on to save a profile, which needs the reminder's row.
  await turn.query('update reminders set follows_lesson = false where user_id = $1', [ids[0]]);
  await turn.query('commit');
  await turn.end();
  expect((await sweep(due)).posted).toBe(1);
  expect(new Set((await letters(world)).map(({ user_id }) => user_id))).toEqual(new Set(ids));
});

test('a crash before the commit leaves all of it to the next sweep, and nothing half done', async () => {
  const ids = await addLearners(world, Array.from({ length: 5 }, () => nineInMadrid), yesterday);
  for (const name of ['post-letters', 'move-reminders-on']) {
    const dying: SendOptions['store'] = { ...world.store, transaction: (work) => world.store.transaction(({ run }) => work({ run: async (statement, values) => {
      const rows = await run(statement, values);
      if (statement.name === name) throw new Error('killed');
      return rows as never;
    } })) };
    await expect(sweep(due, { store: dying })).rejects.toThrow('killed');
    expect(await letters(world)).toEqual([]);
    expect((await dueOf(world, ids[0]!))!.date).toBe('2026-11-24');
  }
  expect((await sweep(due)).posted).toBe(5);
});

test('batches go on until nobody is due, also with two schedulers', async () => {
  await addLearners(world, Array.from({ length: 250 }, () => nineInMadrid), yesterday);
  const [a, b] = await Promise.all([sweep(due, { batch: 20 }), sweep(due, { batch: 20 })]);
  expect(a.posted + b.posted).toBe(250);
  expect(await letters(world)).toHaveLength(250);
});

test('a sweep that meets another one at work leaves everybody to it; one that died holds nobody up', async () => {
  await addLearners(world, [nineInMadrid, nineInMadrid], yesterday);
  const other = await connect(world.corner.databaseUrl);
  await other.query('begin');
  await other.query(`select pg_advisory_xact_lock(hashtext('charla:reminders'))`);
  expect((await sweep(due)).posted).toBe(0);
  await other.end();
  await vi.waitFor(async () => expect((await sweep(due)).posted).toBe(2));
});

test('after each batch others have room for a share of the time that it took', async () => {
  await addLearners(world, Array.from({ length: 5 }, () => nineInMadrid), yesterday);
  const rests: number[] = [];
  const begun = performance.now();
  expect((await sweep(due, { batch: 2, rest: 1_000, wait: async (ms) => rests.push(ms) })).posted).toBe(5);
  const took = performance.now() - begun;
  expect(rests).toHaveLength(3);
  expect(Math.min(...rests)).toBeGreaterThan(0);
  expect(rests.reduce((sum, ms) => sum + ms, 0) / 1_000).toBeLessThanOrEqual(took);
});

test('a zone that nobody knows any more costs nobody else their reminder', async () => {
  const ids = await addLearners(world, [nineInMadrid, nineInMadrid], yesterday);
  await world.rows(`update reminders set zone = 'Mars/Olympus' where user_id = $1`, [ids[0]]);
  expect((await sweep(due)).posted).toBe(2);
});

test('who is let go too late for their hour is left out, in later batches too', async () => {
  await addLearners(world, Array.from({ length: 9 }, () => ({ ...nineInMadrid, time: '20:30' })), yesterday);
  // The night is three minutes away, and one a minute goes.
  expect(await sweep('2026-11-24T19:57:00Z', { perSecond: 1 / 60, batch: 2 })).toEqual({ posted: 3, late: 6, unheard: 0 });
});

test('two who are due in the same minute are each timed by their own second', async () => {
  await addLearners(world, [nineInMadrid, nineInMadrid], yesterday);
  await world.rows(`update reminders set due_at = due_at + interval '45 seconds' where user_id = (select min(user_id::text)::uuid from reminders)`);
  expect((await sweep('2026-11-24T08:01:00Z')).posted).toBe(2);
  const untils = (await letters(world)).map(({ body }) => (JSON.parse(body) as { until: number }).until);
  expect(untils.toSorted()).toEqual([Date.parse('2026-11-24T11:00:00Z'), Date.parse('2026-11-24T11:00:45Z')]);
});

test('who was moved on since the list was read is left alone', async () => {
  const [id] = await addLearners(world, [nineInMadrid, nineInMadrid], yesterday);
  const later = new Date('2026-11-24T12:00:00Z');
  let transactions = 0;
  const slow: SendOptions['store'] = { ...world.store, transaction: async (work) => {
    if ((transactions += 1) === 2) await world.rows('update reminders set due_at = $1 where user_id = $2', [later, id]);
    return world.store.transaction(work);
  } };
  expect((await sweep(due, { store: slow })).posted).toBe(1);
  expect((await dueOf(world, id!))!.due).toEqual(later);
});

test('a wording is chosen for the daily word inside the window alone', async () => {
  await listTemplates(world.store);
  await setTemplateState(world.store, 'lesson_reminder', 'es', 'approved');
  const [inside, outside] = await addLearners(world, [nineInMadrid, nineInMadrid], yesterday);
  await world.rows(`insert into reminders (user_id, kind, zone, local_time, due_at, local_date) values ($1, 'streak-saver', 'Europe/Madrid', '09:00', $2, '2026-11-24')`, [inside, due]);
  await world.rows(`update mailboxes set last_message_at = '2026-11-20T08:00:00Z' where user_id = $1`, [outside]);
  const asked: unknown[] = [];
  expect((await sweep(due, { choose: (_run, reminded) => (asked.push(...reminded), reminded.map(() => 'ahead')) })).posted).toBe(3);
  expect(asked).toEqual([{ userId: inside, kind: 'daily', localDate: '2026-11-24' }]);
  expect((await letters(world)).map(({ body }) => (JSON.parse(body) as { variant: string }).variant).toSorted()).toEqual(['ahead', 'plain', 'plain']);
});

test('what is due together is spread over all batches, and a message that comes meanwhile does not wait with it', async () => {
  await addLearners(world, Array.from({ length: 10 }, () => nineInMadrid), yesterday);
  await sweep(due, { perSecond: 2, batch: 3 });
  const delays = await world.rows<{ s: number }>('select extract(epoch from m.ready_at - l.posted_at)::float as s from letters l join mailboxes m using (user_id) order by s');
  expect(delays.map(({ s }) => s)).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5]);
});

describe('outside WhatsApp\'s window', () => {
  const longAgo = '2026-11-20T08:00:00Z';
  const template = (state: 'approved' | 'paused', language = 'es') => setTemplateState(world.store, 'lesson_reminder', language, state);

  test('without an approved template there is no letter', async () => {
    await listTemplates(world.store);
    await addLearners(world, [nineInMadrid], longAgo);
    expect(await sweep(due)).toEqual({ posted: 0, late: 0, unheard: 1 });
    await template('paused');
    expect((await sweep('2026-11-25T08:00:00Z')).unheard).toBe(1);
    await template('approved', 'fr');
    expect((await sweep('2026-11-26T08:00:00Z')).unheard).toBe(1);
  });

  test('an approved one goes along in the learner\'s language, and is noted', async () => {
    await listTemplates(world.store);
    await template('approved');
    await addLearners(world, [nineInMadrid], longAgo);
    expect((await sweep(due)).posted).toBe(1);
    expect(JSON.parse((await letters(world))[0]!.body)).toMatchObject({ template: { name: 'lesson_reminder', language: 'es' } });
    expect(await world.rows('select 1 from template_posts')).toHaveLength(1);
  });

  test('whose window closes before their turn takes one along; who has none is left out only if it closes before that', async () => {
    await listTemplates(world.store);
    // Ten seconds lie between any two of them; each has a window that closes as many seconds after the hour.
    const closes = async (seconds: number[]) => {
      await world.empty();
      const ids = await addLearners(world, seconds.map(() => nineInMadrid), yesterday);
      for (const [i, id] of ids.toSorted().entries()) await world.rows(`update mailboxes set last_message_at = $1 where user_id = $2`, [new Date(Date.parse(due) - windowMs + seconds[i]! * 1000), id]);
      const { posted } = await sweep(due, { perSecond: 0.1 });
      return { posted, templates: (await letters(world)).map(({ body }) => (JSON.parse(body) as { template: unknown }).template !== null) };
    };
    expect(await closes([0, 9, 20, 3_600])).toEqual({ posted: 3, templates: [false, false, false] });
    await template('approved');
    expect(await closes([0, 9, 79, 3_600])).toEqual({ posted: 4, templates: [true, true, true, false] });
  });

  test('the evening\'s word for a streak is not said', async () => {
    await listTemplates(world.store);
    await template('approved');
    await addLearners(world, [nineInMadrid], longAgo);
    await world.rows(`update reminders set kind = 'streak-saver'`);
    expect(await sweep(due)).toEqual({ posted: 0, late: 0, unheard: 1 });
  });

  test('whose language has no template, or who has told none, gets the English one', async () => {
    await listTemplates(world.store);
    await template('approved', 'en');
    const [, other, silent] = await addLearners(world, [nineInMadrid, nineInMadrid, nineInMadrid], longAgo);
    await world.rows(`update user_settings set native_language = 'de' where user_id = $1`, [other]);
    await world.rows('delete from user_settings where user_id = $1', [silent]);
    expect(await sweep(due)).toEqual({ posted: 2, late: 0, unheard: 1 });
    expect((await world.rows<{ user_id: string }>('select user_id from template_posts')).map(({ user_id }) => user_id).toSorted()).toEqual([other, silent].toSorted());
  });

  test('one whose approved body has another number of gaps is not sent', async () => {
    await listTemplates(world.store);
    await template('approved');
    await world.rows('update templates set parameters = 5');
    await addLearners(world, [nineInMadrid], longAgo);
    expect((await sweep(due)).unheard).toBe(1);
  });

  test('no more different people than Meta allows in 24 hours, by two schedulers too; who was counted is not counted again', async () => {
    await listTemplates(world.store);
    await template('approved');
    await addLearners(world, Array.from({ length: 40 }, () => nineInMadrid), longAgo);
    const [a, b] = await Promise.all([sweep(due, { reach: 10, batch: 7 }), sweep(due, { reach: 10, batch: 7 })]);
    expect(a.posted + b.posted).toBe(10);
    expect((await sweep('2026-11-25T07:59:59Z', { reach: 10 })).posted).toBe(0);
    expect((await sweep('2026-11-25T08:00:00Z', { reach: 10 })).posted).toBe(10);
  });

  test('the longest streaks come first, and of broken ones none', async () => {
    await listTemplates(world.store);
    await template('approved');
    const ids = await addLearners(world, Array.from({ length: 6 }, () => nineInMadrid), longAgo);
    for (const [i, id] of ids.entries()) await world.rows('insert into streaks (user_id, days, best, freezes, counted, breaks_at) values ($1, $2, 0, 0, 0, $3)', [id, i * 10, i === 5 ? due : '2026-11-24T23:00:00Z']);
    expect((await sweep(due, { reach: 2, batch: 3 })).posted).toBe(2);
    expect((await letters(world)).map(({ user_id }) => user_id).toSorted()).toEqual(ids.slice(3, 5).toSorted());
  });

  test('who told WhatsApp to stop, or cannot be reached, is left out until they write again', async () => {
    await listTemplates(world.store);
    await template('approved');
    const [stopped, unreachable] = await addLearners(world, [nineInMadrid, nineInMadrid, nineInMadrid], longAgo);
    await world.rows(`insert into facts (user_id, type, data, at) values ($1, 'whatsapp.preference', '{"value":"stop"}', now())`, [stopped]);
    await world.rows(`insert into delivery_failures (user_id, action, failed_at) values ($1, 'mark-unreachable', '2026-11-21')`, [unreachable]);
    expect(await sweep(due)).toEqual({ posted: 1, late: 0, unheard: 2 });
    await world.rows(`insert into facts (user_id, type, data, at) values ($1, 'whatsapp.preference', '{"value":"resume"}', now())`, [stopped]);
    await world.rows(`update mailboxes set last_message_at = '2026-11-23T08:00:00Z' where user_id = $1`, [unreachable]);
    expect((await sweep('2026-11-25T08:00:00Z')).posted).toBe(3);
  });
});
