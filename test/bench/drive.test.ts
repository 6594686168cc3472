// The bench must see what an engine does wrong: a small engine that loses, doubles, swaps or garbles a reply on request.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drive, type DriveOptions } from './drive.ts';
import { echoLearner } from './echo-learner.ts';
import { judge, type Verdict } from './judge.ts';
import { openStubGraph, type StubGraph } from './stub-graph.ts';
import { openWebhooks, type Webhooks } from './webhook.ts';

const messages = 3;
const troubled = '34600000001';
const phones = ['34600000000', troubled, '34600000002'];

interface Incoming { from: string; id: string; text: { body: string } }
type Envelope = { entry: [{ changes: [{ value: { messages?: Incoming[]; statuses?: { biz_opaque_callback_data: string }[] } }] }] };
/** The replies that leave instead of the right one, given that one and the one before. */
type Fault = (n: number, right: string) => string[];

let stub: StubGraph;
let webhooks: Webhooks;
let engine: Server;
let statuses: string[];
let refuse: number;
let fault: Fault;

beforeEach(async () => {
  stub = await openStubGraph();
  [statuses, refuse, fault] = [[], 0, (_n, right) => [right]];
  const heard = new Map<string, string[]>();
  const sending = new Map<string, Promise<unknown>>();
  const seen = new Set<string>();
  engine = createServer(async (request, response) => {
    let json = '';
    for await (const part of request) json += String(part);
    if (refuse-- > 0) return void response.writeHead(503).end();
    response.writeHead(200).end();
    const { value } = (JSON.parse(json) as Envelope).entry[0].changes[0];
    for (const status of value.statuses ?? []) statuses.push(status.biz_opaque_callback_data);
    for (const { from, id, text } of value.messages ?? []) {
      if (seen.has(id)) continue;
      seen.add(id);
      const all = [...heard.get(from) ?? [], text.body];
      heard.set(from, all);
      const right = `r${all.length}|${all.join(',')}`;
      for (const body of from === troubled ? fault(all.length, right) : [right]) {
        // One after another, like a channel that keeps a learner's replies in order.
        const send = () => fetch(`${stub.apiUrl}/1111/messages`, { method: 'POST', body: JSON.stringify({ to: from, text: { body }, biz_opaque_callback_data: `tag ${from}` }) });
        sending.set(from, (sending.get(from) ?? Promise.resolve()).then(send));
      }
    }
  });
  await new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve));
  webhooks = openWebhooks((engine.address() as AddressInfo).port, 'secret');
});

afterEach(async () => {
  webhooks.close();
  await new Promise((resolve) => {
    engine.close(resolve);
    engine.closeAllConnections();
  });
  await stub.close();
});

async function verdictOf(options: Partial<DriveOptions> = {}): Promise<Verdict> {
  const driven = await drive({ mode: 'closed', learners: phones.map(echoLearner), messages, active: 3, gapMs: 0, statuses: false, patienceMs: 300, quietMs: 50, ...options }, webhooks, stub, () => {});
  return judge(driven, messages);
}

describe('a learner who got exactly the right replies', () => {
  test.each(['closed', 'burst', 'dup'] as const)('counts as right (%s)', async (mode) => {
    expect(await verdictOf({ mode })).toEqual({ right: 3, lost: 0, doubled: 0, outOfOrder: 0, wrong: 0, samples: [] });
  });

  test('is reached through refusals, since a webhook is repeated until it is taken', async () => {
    refuse = 2;
    expect((await verdictOf()).right).toBe(3);
  });
});

describe('a fault of one learner’s replies', () => {
  test('that is lost is found', async () => {
    fault = (n, right) => (n === 2 ? [] : [right]);
    expect(await verdictOf()).toMatchObject({ right: 2, lost: 1, doubled: 0 });
  });

  test('that is doubled is found, also when it is the last', async () => {
    fault = (n, right) => (n === messages ? [right, right] : [right]);
    expect(await verdictOf()).toMatchObject({ right: 2, lost: 0, doubled: 1 });
  });

  test('that is doubled does not hide a lost one', async () => {
    fault = (n, right) => (n === 2 ? ['r1|m1'] : [right]);
    expect(await verdictOf()).toMatchObject({ right: 2, doubled: 1, wrong: 1 });
  });

  test('that nobody asked for is found', async () => {
    fault = (n, right) => (n === messages ? [right, 'By the way'] : [right]);
    expect(await verdictOf()).toMatchObject({ right: 2, lost: 0, doubled: 1 });
  });

  test('that leaves before an earlier one is found', async () => {
    fault = (n) => (n === 2 ? [] : n === 3 ? ['r3|m1,m2,m3', 'r2|m1,m2'] : ['r1|m1']);
    expect(await verdictOf({ mode: 'burst' })).toMatchObject({ right: 2, lost: 0, doubled: 0, outOfOrder: 1 });
  });

  test('that forgot a message is found', async () => {
    fault = (n, right) => (n === 3 ? ['r3|m1,m3'] : [right]);
    expect(await verdictOf()).toMatchObject({ right: 2, lost: 0, wrong: 1 });
  });
});

test('statuses bring back the tag of each message that was sent', async () => {
  await verdictOf({ statuses: true });
  expect(statuses.toSorted()).toEqual(phones.flatMap((phone) => Array.from({ length: messages }, () => `tag ${phone}`)).toSorted());
});
