// One attempt to say something: what each answer of WhatsApp leads to.
import { expect, test } from 'vitest';
import { contentOf, readTag, say, settleMs, tagOf } from '../../src/outbox/say.ts';
import type { OutboxRow } from '../../src/mailbox/commit.ts';
import { failureTable } from '../../src/channels/whatsapp/failures.ts';
import { refused, testGraph } from './rows.ts';

const now = Date.parse('2030-01-01T12:00:00Z');
const userId = '5f0e0000-0000-4000-8000-000000000000';
const row = (own: Partial<OutboxRow> & { template?: boolean } = {}): OutboxRow => ({
  userId, seq: 7, i: 1, kind: 'say', attempts: 1, windowUntil: now + 1_000,
  body: JSON.stringify({ bubble: { text: 'hola', ...(own.template && { template: { name: 'reminder', language: 'es', parameters: [] } }) }, reply: true }), ...own,
});
const ana = { phone: '+34600111222', bsuid: null };
const attempt = (answer: ReturnType<typeof refused>, own: Partial<OutboxRow> = {}) => {
  const graph = testGraph();
  graph.answer = () => answer;
  return say(row(own), graph, ana, now);
};

test('an accepted send is finished with what was said and its id', async () => {
  const graph = testGraph();
  graph.answer = () => ({ outcome: 'accepted', providerId: 'wamid.1', shortened: false });
  expect(await say(row(), graph, ana, now)).toMatchObject({ finished: { said: { content: 'hola', type: 'text', providerId: 'wamid.1' } } });
  expect(graph.sent).toEqual([{ text: 'hola', to: '+34600111222', tag: `${userId}:7:1`, attempt: 0 }]);
});

test.each([
  ['transient', 131016, { againInMs: expect.any(Number) }],
  ['pair-rate', 131056, { againInMs: 1_000 }],
  ['throughput', 130429, { againInMs: expect.any(Number), pauseAll: true }],
  ['spam', 131048, { againInMs: expect.any(Number), pauseAll: true, alert: 'code 131048' }],
  ['account', 131031, { againInMs: expect.any(Number), pauseAll: true, alert: 'code 131031' }],
  ['token', 190, { againInMs: expect.any(Number), pauseAll: true, alert: 'code 190' }],
  ['window', 131047, { finished: { failed: { action: 'window-closed', code: 131047 } } }],
  ['undeliverable', 131026, { finished: { failed: { action: 'mark-unreachable' } } }],
  ['opt-out', 131050, { finished: { failed: { action: 'opted-out' } } }],
  ['marketing-cap', 131049, { finished: { failed: { action: 'drop' } } }],
  ['bad-request', 131009, { finished: { failed: { action: 'drop' } }, alert: 'code 131009' }],
  ['template', 132001, { finished: { failed: { action: 'template-off' } }, alert: 'code 132001' }],
  ['media', 131053, { finished: { failed: { action: 'drop' } }, alert: 'code 131053' }],
  ['unknown', 999_999, { finished: { failed: { action: 'drop' } }, alert: 'code 999999' }],
] as const)('refused as %s', async (name, code, outcome) => {
  expect(Object.keys(failureTable)).toContain(name);
  const got = await attempt(refused(code));
  expect(got).toMatchObject(outcome);
  expect('finished' in got).toBe('finished' in outcome);
  expect('alert' in got).toBe('alert' in outcome);
  expect('pauseAll' in got).toBe('pauseAll' in outcome);
});

test('every class of failure is tested above', () => {
  expect(Object.keys(failureTable)).toHaveLength(14);
});

test('a message that was given up after its last try is over, and somebody is told', async () => {
  expect(await attempt(refused(131056, 400, 5), { attempts: 6 })).toMatchObject({ finished: { failed: { action: 'drop' } }, alert: expect.stringContaining('given up') });
});

test('an unknown outcome waits for a status, longer each time, and not for ever', async () => {
  const unknown = { outcome: 'unknown', reason: 'HTTP 504' } as const;
  expect(await attempt(unknown as never)).toMatchObject({ againInMs: settleMs, alert: expect.stringContaining('504') });
  const second = await attempt(unknown as never, { attempts: 2 });
  expect('againInMs' in second && second.againInMs).toBeGreaterThan(settleMs);
  expect(await attempt(unknown as never, { attempts: 20 })).toMatchObject({ finished: { failed: {} } });
});

test('nothing but a template leaves once the window is closed, to the millisecond', async () => {
  const graph = testGraph();
  expect(await say(row({ windowUntil: now - 1 }), graph, ana, now)).toMatchObject({ finished: { failed: { action: 'window-closed', code: 131047 } } });
  expect(graph.sent).toEqual([]);
  await say(row({ windowUntil: now }), graph, ana, now);
  await say(row({ windowUntil: now - 1, template: true }), graph, ana, now);
  expect(graph.sent).toHaveLength(2);
});

test('a learner without an address is not sent to', async () => {
  for (const nowhere of [null, { phone: null, bsuid: null }]) {
    const graph = testGraph();
    expect(await say(row(), graph, nowhere, now)).toMatchObject({ finished: { failed: { action: 'drop' } } });
    expect(graph.sent).toEqual([]);
  }
});

test('a tag is read back, and nothing else is taken for one', () => {
  expect(readTag(tagOf(row()))).toEqual({ userId, seq: 7, i: 1 });
  for (const other of ['', 'x', `${userId}:7`, `${userId}:7:1:2`, `${'-'.repeat(36)}:1:1`, `${userId.slice(0, 35)}g:1:1`, `${'a'.repeat(36)}:1:1`, `${userId}:-1:1`, `${userId}:1:99999`, `${userId}:9999999999999999999:1`]) {
    expect(readTag(other), other).toBeNull();
  }
});

test('the log keeps the options that were offered', () => {
  expect(contentOf({ text: 'A o B', buttons: [{ id: 'a', title: 'A' }, { id: 'b', title: 'B' }] })).toBe('A o B\n[A]\n[B]');
  expect(contentOf({ text: 'Elige', list: { open: 'Ver', rows: [{ id: 'a', title: 'Uno' }] } })).toBe('Elige\n[Uno]');
});
