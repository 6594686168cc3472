// A template that WhatsApp refuses is taken out of use by itself, and comes back when Meta or an operator says so.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { templateFor } from '../../src/learners/reach.ts';
import { approvedTemplates, approveTemplates, listTemplates, pauseRefused, setTemplateState } from '../../src/learners/templates.ts';
import { finish } from '../../src/outbox/finish.ts';
import { tagOf } from '../../src/outbox/say.ts';
import { settle } from '../../src/outbox/settle.ts';
import { sayRow } from '../outbox/rows.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => { world = await openWorld('templates'); });
beforeEach(async () => {
  await world.empty();
  await world.rows('delete from templates');
  await approveTemplates(world.store);
  await world.rows(`update templates set changed_at = '2026-11-01T00:00:00Z'`);
});
afterAll(() => world.close());

const at = Date.parse('2026-11-24T08:00:00Z');
const states = async () => Object.fromEntries((await world.rows<{ language: string; state: string }>('select language, state from templates order by language')).map(({ language, state }) => [language, state]));
const approved = () => world.store.transaction(({ run }) => approvedTemplates(run));
/** Learners to whom the reminder has gone out, in this language. */
const reminded = async (language: string, when = at) => {
  const { id } = await world.learner();
  await world.rows('insert into user_settings (user_id, native_language) values ($1, $2)', [id, language]);
  await world.store.transaction(async ({ run }) => templateFor(run, [id], { at: when, reach: 1_000, approved: await approvedTemplates(run) }));
  return id;
};
const allBut = (language: string, state: string) => ({ en: 'approved', es: 'approved', fr: 'approved', pt_BR: 'approved', [language]: state });

test.each([[132000, 'paused'], [132001, 'paused'], [132012, 'paused'], [132015, 'paused'], [132016, 'disabled']])('refused at once with %i it is %s, in the language that was refused alone', async (code, state) => {
  const id = await reminded('pt');
  const row = await sayRow(world, id, 1, 'x');
  await finish(world.store, [{ row, failed: { code, action: 'template-off', detail: 'x' } }]);
  expect(await states()).toEqual(allBut('pt_BR', state));
  expect((await approved()).has('lesson_reminder/pt_BR')).toBe(false);
});

test('refused later, by a status, it is paused as well', async () => {
  const id = await reminded('fr');
  const tag = tagOf({ userId: id, seq: 1, i: 0 });
  await settle(world.store, [{ providerId: 'wamid.1', status: 'failed', at, tag, recipient: { phone: null, bsuid: null }, errorCode: 132015, errorText: 'Template is paused', billable: null, category: null }]);
  expect(await states()).toEqual(allBut('fr', 'paused'));
});

test('another failure says nothing against a template', async () => {
  const id = await reminded('fr');
  await finish(world.store, [{ row: await sayRow(world, id, 1, 'x'), failed: { code: 131026, action: 'mark-unreachable', detail: 'x' } }]);
  expect(await states()).toEqual(allBut('fr', 'approved'));
});

test('while it is paused nobody is given it; approved again, it goes out again', async () => {
  const id = await reminded('es');
  expect(await pauseRefused(world.store, [{ userId: id, code: 132015 }])).toEqual(['lesson_reminder/es']);
  const offered = async () => world.store.transaction(async ({ run }) => (await templateFor(run, [id], { at, reach: 1_000, approved: await approvedTemplates(run) }))(id));
  expect(await offered()).toBeNull();
  await setTemplateState(world.store, 'lesson_reminder', 'es', 'approved');
  expect(await offered()).toEqual({ name: 'lesson_reminder', language: 'es' });
});

test('a refusal of what was posted before it was approved again does not pause it', async () => {
  const id = await reminded('es');
  await pauseRefused(world.store, [{ userId: id, code: 132015 }]);
  await setTemplateState(world.store, 'lesson_reminder', 'es', 'approved');
  await world.rows(`update templates set changed_at = $1 where language = 'es'`, [new Date(at + 1).toISOString()]);
  expect(await pauseRefused(world.store, [{ userId: id, code: 132015 }])).toEqual([]);
  expect(await states()).toEqual(allBut('es', 'approved'));
});

test('of what Meta says the last word holds, in whatever order it comes', async () => {
  await setTemplateState(world.store, 'lesson_reminder', 'en', 'paused', at);
  await setTemplateState(world.store, 'lesson_reminder', 'en', 'approved', at + 60_000);
  await setTemplateState(world.store, 'lesson_reminder', 'en', 'disabled', at + 1_000);
  expect(await states()).toEqual(allBut('en', 'approved'));
  await setTemplateState(world.store, 'nobody_knows', 'en', 'approved', at);
  expect(await world.rows(`select 1 from templates where name = 'nobody_knows'`)).toEqual([]);
});

test('to list the templates again leaves their states alone', async () => {
  await setTemplateState(world.store, 'lesson_reminder', 'en', 'paused');
  await listTemplates(world.store);
  expect(await states()).toEqual(allBut('en', 'paused'));
});
