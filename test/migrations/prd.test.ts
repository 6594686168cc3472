// The live schema is the data contract's, row by row, and every migration has a way back.
import knex from 'knex';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knexConfig } from '../../knexfile.ts';
import { corner } from '../corner.ts';
import type { Corner } from '../corner.ts';
import { liveColumns, liveConstraints, liveEnums, liveIndexes, liveObjects } from './catalogue.ts';
import { constraints, enums, indexes, tables } from './prd.ts';

let place: Corner;
let database: Knex;

beforeAll(async () => {
  place = await corner('prd');
  database = knex(knexConfig(place.databaseUrl));
});

afterAll(async () => {
  await database.destroy();
  await place.close();
});

describe.each(Object.keys(tables))('table %s', (table) => {
  test('has exactly the columns of the data contract, with type, nullability and default', async () => {
    expect((await liveColumns(database))[table]).toEqual(tables[table]);
  });

  test('has exactly the keys and foreign keys of the data contract', async () => {
    expect((await liveConstraints(database))[table]?.sort()).toEqual(constraints[table]?.toSorted());
  });

  test('has the indexes of the data contract and no others', async () => {
    expect((await liveIndexes(database))[table]?.sort() ?? []).toEqual(indexes[table]?.toSorted() ?? []);
  });
});

test.each(Object.keys(enums))('enum %s has exactly the labels of the data contract, in order', async (name) => {
  expect((await liveEnums(database))[name]).toEqual(enums[name]);
});

test('the last 10 messages of a learner come straight off the index, without a sort', async () => {
  const lastTen = `select * from conversation_logs where user_id = '00000000-0000-4000-8000-000000000000'
                    order by created_at desc, id desc limit 10`;
  const plan = await database.transaction(async (trx) => {
    // An empty table is cheapest read whole; what is asked here is what the planner can do when it is not empty.
    await trx.raw('set local enable_seqscan = off; set local enable_bitmapscan = off');
    return (await trx.raw(`explain (costs off) ${lastTen}`)).rows.map((row: object) => Object.values(row)[0]).join('\n');
  });
  expect(plan).toContain('conversation_logs_recent_index');
  expect(plan).not.toContain('Sort');
});

describe('what the columns refuse', () => {
  const theory = 'x'.repeat(500);
  const exercise = (changed: Record<string, string>) => ({
    source_lang: 'es', target_lang: 'en', difficulty_level: 'A1', exercise_type: 'translation', theory,
    exercise_introduction: 'y'.repeat(50), exercise_input: 'Hola.', expected_output: 'Hi.', verification_hash: 'hash',
    ...changed,
  });

  async function storing(changed: Record<string, string>): Promise<unknown> {
    const trx = await database.transaction();
    try {
      const [topic] = await trx('curriculum_topics')
        .insert({ slug: 'a', name_en: 'A', name_es: 'A', category: 'social' }).returning('id');
      return await trx('exercises').insert({ ...exercise(changed), topic_id: topic.id });
    } finally {
      await trx.rollback();
    }
  }

  test('a theory is stored from 500 to 2000 characters, counted as characters and not as bytes', async () => {
    await storing({});
    await storing({ theory: 'ñ'.repeat(2000) });
    await expect(storing({ theory: 'x'.repeat(499) })).rejects.toThrow('exercises_theory_length');
    await expect(storing({ theory: 'x'.repeat(2001) })).rejects.toThrow('exercises_theory_length');
  });

  test('an introduction is stored from 50 to 500 characters', async () => {
    await storing({ exercise_introduction: 'x'.repeat(500) });
    await expect(storing({ exercise_introduction: 'x'.repeat(49) })).rejects.toThrow('exercises_introduction_length');
    await expect(storing({ exercise_introduction: 'x'.repeat(501) })).rejects.toThrow('exercises_introduction_length');
  });

  test('a message id is logged once per learner, and any number of messages may have none yet', async () => {
    const trx = await database.transaction();
    const [ana, luis] = await trx('users').insert([{ display_name: 'Ana' }, { display_name: 'Luis' }]).returning('id');
    const said = (user_id: string, whatsapp_message_id: string | null) =>
      trx('conversation_logs').insert({ user_id, role: 'user', content: 'hola', whatsapp_message_id });
    await said(ana.id, 'wamid.1');
    await said(luis.id, 'wamid.1');
    await said(ana.id, null);
    await said(ana.id, null);
    await expect(said(ana.id, 'wamid.1')).rejects.toThrow('conversation_logs_message_unique');
    await trx.rollback();
  });

  test('a mastery score lies between 0 and 1, and a variant is A or B', async () => {
    await expect(database.raw(`insert into user_mastery values (gen_random_uuid(), gen_random_uuid(), 1.01)`))
      .rejects.toThrow('user_mastery_score_range');
    await expect(database.raw(`insert into experiment_assignments values (gen_random_uuid(), 'x', 'C')`))
      .rejects.toThrow('experiment_assignments_variant');
  });
});

test('deleting a learner deletes everything that is about them', async () => {
  const trx = await database.transaction();
  const [learner] = await trx('users').insert({}).returning('id');
  await trx('user_settings').insert({ user_id: learner.id });
  await trx('conversation_logs').insert({ user_id: learner.id, role: 'user', content: 'hola' });
  await trx('daily_stats').insert({ user_id: learner.id, date: '2026-11-22' });
  await trx('subscriptions').insert({ user_id: learner.id });
  await trx('users').delete().where({ id: learner.id });
  for (const table of ['user_settings', 'conversation_logs', 'daily_stats', 'subscriptions']) {
    expect(await trx(table).where({ user_id: learner.id }), table).toEqual([]);
  }
  await trx.rollback();
});

test('all migrations go down, leave nothing behind, and go up again to the same schema', async () => {
  const before = await liveObjects(database);
  await database.migrate.latest();
  await database.migrate.rollback(undefined, true);
  expect(await liveObjects(database)).toEqual([]);
  await database.migrate.latest();
  expect(await liveObjects(database)).toEqual(before);
});
