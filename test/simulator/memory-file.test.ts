// A chat goes on after the simulator was stopped and started again with the same file.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMemory } from '../../src/simulator/memory-file.ts';
import { send, text, world } from './set-up.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'charla-memory-'));
  file = join(folder, 'deep', 'phones.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('conversation, clock and open window are still there', async () => {
  const first = await world({ stateFile: file });
  first.ana.say('hola');
  await send(first.simulator, text(first.ana.waId, '¡Hola!'));
  first.simulator.advance(3_600_000);
  const now = first.simulator.now();
  await first.stop();

  const second = await world({ stateFile: file });
  expect(second.simulator.now()).toBe(now);
  expect(second.ana.conversation().map((one) => one.content.text)).toEqual(['hola', '¡Hola!']);
  expect(second.ana.windowOpen()).toBe(true);
  // The status ladder that the stop interrupted goes on.
  second.timers.tick(1_000);
  await second.simulator.idle();
  expect(second.ana.conversation().at(-1)?.progress).toBe('read');
  await second.stop();
});

test('a message that the app never acknowledged is delivered after the restart, with the same id', async () => {
  const first = await world({ stateFile: file });
  first.app.answer = () => 503;
  const { id } = first.ana.say('hola');
  await first.app.arrived(1);
  await first.stop();

  const second = await world({ stateFile: file });
  await second.simulator.idle();
  expect(second.app.received.map((one) => one.value['messages'][0].id)).toEqual([id]);
  expect(second.ana.conversation()[0]?.progress).toBe('delivered');
  await second.stop();

  const third = await world({ stateFile: file });
  await third.simulator.idle();
  expect(third.app.received).toEqual([]);
  await third.stop();
});

test('is written in the step that changed something, before anybody who waited goes on, and not when nothing changed', async () => {
  const set = await world({ stateFile: file });
  const remembered = () => readMemory(file).phones.map(({ entries }) => entries.map(({ content }) => content.text));
  expect(remembered()).toEqual([[]]);
  rmSync(file);
  set.timers.tick(60_000);
  expect(existsSync(file)).toBe(false);
  set.ana.say('hola');
  await Promise.resolve();
  expect(remembered()).toEqual([['hola']]);
  await set.simulator.idle();
  await send(set.simulator, text(set.ana.waId, '¡Hola!'));
  expect(remembered()).toEqual([['hola', '¡Hola!']]);
  set.simulator.advance(3_600_000);
  await Promise.resolve();
  expect(readMemory(file).offset).toBe(3_600_000);
  await set.stop();
});

test('a damaged or foreign file counts as empty', () => {
  const path = join(folder, 'bad.json');
  for (const content of ['{"version":1,"phones":', '{"version":2}', '[]']) {
    writeFileSync(path, content);
    expect(readMemory(path)).toEqual({ offset: 0, phones: [] });
  }
});
