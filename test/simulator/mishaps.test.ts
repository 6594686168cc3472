// Each mishap does what it says, to whom it says, as often as it says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MISHAPS, mishapShape } from '../../src/simulator/mishaps.ts';
import { send, text, world } from './set-up.ts';

let set: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  set = await world();
});
afterEach(() => set.stop());

const ids = () => set.app.received.flatMap((one) => one.value['messages'] ?? []).map((message: any) => message.id);

async function settle(): Promise<void> {
  for (const ms of [20, 80, 400]) {
    set.timers.tick(ms);
    await set.simulator.idle();
  }
}

describe('webhooks', () => {
  test('duplicates: each one arrives again, byte for byte', async () => {
    set.simulator.mishaps({ duplicates: 2 });
    const { id } = set.ana.say('hola');
    await set.app.arrived(3);
    expect(ids()).toEqual([id, id, id]);
    expect(new Set(set.app.received.map((one) => one.raw.toString())).size).toBe(1);
  });

  test('delayMs: nothing before, everything after', async () => {
    set.ana.mishaps({ delayMs: 3_000 });
    set.ana.say('tarde');
    const luca = set.simulator.addPhone({ name: 'Luca', country: 'IT' });
    luca.say('pronto');
    set.timers.tick(2_999);
    await set.app.arrived(1);
    expect(set.app.texts()).toEqual(['pronto']);
    set.timers.tick(1);
    await set.simulator.idle();
    expect(set.app.texts()).toEqual(['pronto', 'tarde']);
  });

  test('reorder: groups arrive in reverse, and a group that is not full goes after a second', async () => {
    set.simulator.mishaps({ reorder: 3 });
    for (const one of ['a', 'b', 'c', 'd', 'e']) set.ana.say(one);
    await set.app.arrived(3);
    expect(set.app.texts()).toEqual(['c', 'b', 'a']);
    set.timers.tick(1_000);
    await set.simulator.idle();
    expect(set.app.texts()).toEqual(['c', 'b', 'a', 'e', 'd']);
  });

  test('drops: the first try never arrives, the retry does, and only as many as asked', async () => {
    set.simulator.mishaps({ drops: 1 });
    set.ana.say('uno');
    set.ana.say('dos');
    await set.app.arrived(1);
    await set.timers.set(1);
    expect(set.app.texts()).toEqual(['dos']);
    set.timers.tick(0);
    await set.simulator.idle();
    expect(set.app.texts()).toEqual(['dos', 'uno']);
  });

  test('withhold: no read, or none at all, while the phone still gets the message', async () => {
    set.ana.say('hola');
    set.ana.mishaps({ withhold: 'read' });
    await send(set.simulator, text(set.ana.waId));
    await settle();
    expect(set.app.statuses()).toEqual(['sent', 'delivered']);
    set.ana.mishaps({ withhold: 'all' });
    await send(set.simulator, text(set.ana.waId));
    await settle();
    expect(set.app.statuses()).toEqual(['sent', 'delivered']);
    expect(set.ana.conversation().map((one) => one.progress)).toEqual(['delivered', 'read', 'read']);
  });
});

describe('sends', () => {
  const attempt = () => send(set.simulator, { ...text(set.ana.waId), biz_opaque_callback_data: 'tag' });
  beforeEach(async () => {
    set.ana.say('hola');
    await set.simulator.idle();
  });

  test('error: the next ones are refused with the code, then it is over', async () => {
    set.simulator.mishaps({ sendFailure: { next: 2, how: 'error', code: 131016 } });
    const answers = [await attempt(), await attempt(), await attempt()];
    expect(answers.map((one) => [one.status, one.body.error?.code])).toEqual([[500, 131016], [500, 131016], [200, undefined]]);
    expect(set.ana.conversation()).toHaveLength(2);
  });

  test('http500: a bare page, nothing accepted', async () => {
    set.simulator.mishaps({ sendFailure: { next: 1, how: 'http500', code: 0 } });
    expect(await attempt()).toEqual({ status: 500, body: {} });
    expect(set.ana.conversation()).toHaveLength(1);
  });

  test('later: accepted, then failed with the code and the callback data', async () => {
    set.simulator.mishaps({ sendFailure: { next: 1, how: 'later', code: 131026 } });
    expect((await attempt()).status).toBe(200);
    await settle();
    expect(set.app.received.at(-1)!.value['statuses']).toMatchObject([{ status: 'failed', biz_opaque_callback_data: 'tag', errors: [{ code: 131026 }] }]);
  });

  test('hangup: the connection breaks and nothing was accepted', async () => {
    set.simulator.mishaps({ sendFailure: { next: 1, how: 'hangup', code: 0 } });
    await expect(attempt()).rejects.toThrow('fetch failed');
    expect(set.ana.conversation()).toHaveLength(1);
  });

  test('silence: accepted and delivered, statuses come, the answer never does', async () => {
    set.simulator.mishaps({ sendFailure: { next: 1, how: 'silence', code: 0 } });
    const unanswered = attempt();
    await set.timers.set(1);
    expect(set.ana.conversation()).toHaveLength(2);
    await settle();
    expect(set.app.statuses()).toEqual(['sent', 'delivered', 'read']);
    expect(set.app.received.at(-1)!.value['statuses'][0].biz_opaque_callback_data).toBe('tag');
    const ended = unanswered.then(() => 'answered', () => 'cut off');
    await set.simulator.stop();
    expect(await ended).toBe('cut off');
  });

  test('windowClosed: accepted, then failed with 131047 although the learner just wrote', async () => {
    set.ana.mishaps({ windowClosed: true });
    await attempt();
    await settle();
    expect(set.app.received.at(-1)!.value['statuses'][0].errors[0].code).toBe(131047);
  });

  test("one phone's failures leave the other phone alone", async () => {
    const luca = set.simulator.addPhone({ name: 'Luca', country: 'IT' });
    set.ana.mishaps({ sendFailure: { next: 1, how: 'error', code: 131000 } });
    expect((await attempt()).body.error?.code).toBe(131000);
    expect((await send(set.simulator, text(luca.waId))).status).toBe(200);
    expect((await attempt()).status).toBe(200);
  });
});

test('the table, the shapes, the page and the README name the same mishaps', () => {
  const names = Object.keys(MISHAPS).sort();
  const source = join(import.meta.dirname, '../../src/simulator');
  const readme = readFileSync(join(source, 'README.md'), 'utf8');
  const page = readFileSync(join(source, 'page/index.html'), 'utf8');
  expect(Object.keys(mishapShape.shape).sort()).toEqual(names);
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  expect(names.filter((name) => name !== 'sendFailure' && !page.includes(`data-testid="mishap-${name}"`))).toEqual([]);
});
