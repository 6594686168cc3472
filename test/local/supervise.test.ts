// Tests that a supervised server's end is complete before the next one starts in its folder.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readIfThere } from '../../src/local/folder.ts';
import { supervise } from '../../src/local/supervise.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'charla-supervise-test-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// A server that is up at once and takes longer than one look to end, so that whoever waits for its end looks twice.
const SERVER = 'sleep 1000 & child=$!; trap "kill $child; exit 0" TERM; echo $$ > ready; wait';

test('stopped twice and started again at once, forty times over, no server is ended by the stop of the one before', async () => {
  const said: string[] = [];
  const start = () =>
    supervise({
      name: 'Server',
      folder,
      workFolder: folder,
      command: '/bin/sh',
      args: ['-c', SERVER],
      endSignal: 'SIGTERM',
      pidFiles: [path.join(folder, 'pid'), path.join(folder, 'ready')],
      isReady: (pid) => readIfThere(path.join(folder, 'ready')) === `${pid}\n`,
      log: (line) => said.push(line),
    });
  for (let round = 0; round < 40; round++) {
    const server = await start();
    void server.stop();
    await server.exited;
    const next = await start();
    await server.stop();
    await next.stop();
  }
  expect(said, readFileSync(path.join(folder, 'log'), 'utf8')).toEqual([]);
}, 60_000);
