// What goes to Meta and comes back, over a real connection: sends, refusals, silence and a lost line.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGraph } from '../../../src/channels/whatsapp/graph.ts';
import type { Graph, GraphOptions } from '../../../src/channels/whatsapp/graph.ts';
import { accept, json, startGraphServer } from './graph-server.ts';
import type { GraphServer } from './graph-server.ts';

const ana = { phone: '+16505551234', bsuid: null };
let server: GraphServer;
const open: Graph[] = [];

function graphOf(own: Partial<GraphOptions> = {}): Graph {
  const graph = createGraph({ apiUrl: `${server.url}/v25.0`, phoneNumberId: '1111', accessToken: 'secret', random: () => 0, ...own });
  open.push(graph);
  return graph;
}

beforeEach(async () => { server = await startGraphServer(); });
afterEach(async () => {
  await server.close();
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

describe('a send', () => {
  test('is a POST with bearer, JSON and tag, and gives back Meta’s id', async () => {
    expect(await graphOf().send({ text: 'hola, ¿qué tal? 🍕' }, ana, 'outbox-7')).toEqual({ outcome: 'accepted', providerId: 'wamid.out', shortened: false });
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]).toMatchObject({
      method: 'POST', path: '/v25.0/1111/messages', headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
      body: { messaging_product: 'whatsapp', recipient_type: 'individual', to: '+16505551234', type: 'text', text: { body: 'hola, ¿qué tal? 🍕' }, biz_opaque_callback_data: 'outbox-7' },
    });
  });

  test('reuses its connection', async () => {
    const graph = graphOf({ connections: 1 });
    for (let i = 0; i < 5; i++) await graph.send({ text: 'x' }, ana, null);
    expect(new Set(server.seen.map(({ socket }) => socket)).size).toBe(1);
  });

  test('keeps two sends of one pool apart', async () => {
    server.answer = (request, response) => json(response, 200, { messages: [{ id: `for ${request.body.text.body}` }] });
    const graph = graphOf({ connections: 2 });
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((text) => graph.send({ text }, ana, null)));
    expect(ids).toMatchObject(['a', 'b', 'c', 'd'].map((text) => ({ providerId: `for ${text}` })));
  });

  test('takes the base URL with or without a slash, and writes numbers as asked', async () => {
    await graphOf({ apiUrl: `${server.url}/v25.0/`, numbers: 'digits' }).send({ text: 'x' }, ana, null);
    expect(server.seen[0]).toMatchObject({ path: '/v25.0/1111/messages', body: { to: '16505551234' } });
  });

  test('reports that it had to shorten', async () => {
    expect(await graphOf().send({ text: 'x', buttons: [{ id: 'a', title: 'a title that is much too long' }] }, ana, null)).toMatchObject({ outcome: 'accepted', shortened: true });
  });

  test('of a bubble that Meta would refuse never leaves', async () => {
    expect(await graphOf().send({ text: '' }, ana, null)).toMatchObject({ outcome: 'refused', failure: { action: 'drop', alert: true, httpStatus: null, detail: 'text: empty' } });
    expect(server.seen).toEqual([]);
  });
});

describe('a refusal', () => {
  const refusal = (status: number, error: unknown, headers: Record<string, string> = {}) => { server.answer = (_request, response) => json(response, status, { error }, headers); };

  test('carries code, status and Meta’s details', async () => {
    refusal(400, { message: '(#131047) Re-engagement', code: 131047, error_data: { details: 'More than 24 hours' }, fbtrace_id: 'x' });
    expect(await graphOf().send({ text: 'x' }, ana, null)).toEqual({ outcome: 'refused', failure: { class: 'window', code: 131047, httpStatus: 400, action: 'window-closed', retryAfterMs: null, alert: false, detail: 'More than 24 hours' } });
  });

  test('by the pair limit waits longer with each attempt', async () => {
    refusal(400, { message: 'pair', code: 131056 });
    expect(await graphOf().send({ text: 'x' }, ana, null, 3)).toMatchObject({ failure: { action: 'retry-slower-this-learner', retryAfterMs: 64_000 } });
  });

  test('for an unknown phone number id is told from other bad requests by its subcode', async () => {
    refusal(400, { message: 'Unsupported post request', code: 100, error_subcode: 33 });
    expect(await graphOf().send({ text: 'x' }, ana, null)).toMatchObject({ failure: { action: 'stop-and-alert' } });
  });

  test.each([
    [{ 'retry-after': '30' }, 30_000],
    [{ 'x-business-use-case-usage': '{"1":[{"estimated_time_to_regain_access":2},{"estimated_time_to_regain_access":5}]}' }, 300_000],
    [{ 'retry-after': 'soon' }, 500],
    [{ 'x-business-use-case-usage': '{{' }, 500],
  ])('by the rate limit with %j waits %i ms', async (headers, wait) => {
    refusal(429, { message: 'slow', code: 130429 }, headers as unknown as Record<string, string>);
    expect(await graphOf().send({ text: 'x' }, ana, null)).toMatchObject({ failure: { action: 'pause-all', retryAfterMs: wait } });
  });

  test.each([[500, 'retry-later'], [503, 'retry-later'], [404, 'drop'], [401, 'stop-and-alert']])('HTTP %i whose body is a web page: %s', async (status, action) => {
    server.answer = (_request, response) => { response.writeHead(status, { 'content-type': 'text/html' }).end('<html>'); };
    expect(await graphOf().send({ text: 'x' }, ana, null)).toMatchObject({ outcome: 'refused', failure: { code: null, httpStatus: status, action, detail: `HTTP ${status}` } });
  });

  test('is certain when nobody listens: safe to send again', async () => {
    const graph = graphOf();
    await server.close();
    expect(await graph.send({ text: 'x' }, ana, null)).toMatchObject({ outcome: 'refused', failure: { action: 'retry-later', httpStatus: null, retryAfterMs: 500, detail: 'not sent: ECONNREFUSED' } });
    server = await startGraphServer();
  });

  test('is certain when the client was closed', async () => {
    const graph = graphOf();
    await graph.close();
    open.pop();
    expect(await graph.send({ text: 'x' }, ana, null)).toMatchObject({ outcome: 'refused', failure: { action: 'retry-later' } });
    expect(server.seen).toEqual([]);
  });
});

describe('an outcome is unknown', () => {
  test('when the connection is lost after the request was written', async () => {
    server.answer = ({ socket }) => socket.destroy();
    expect(await graphOf().send({ text: 'x' }, ana, null)).toEqual({ outcome: 'unknown', reason: expect.stringMatching(/UND_ERR_SOCKET|ECONNRESET/) });
    expect(server.seen).toHaveLength(1);
  });

  test('when the connection is lost in the middle of the answer', async () => {
    server.answer = ({ socket }, response) => { response.writeHead(200, { 'content-length': '100' }); response.write('{"messages":'); response.on('error', () => {}); setImmediate(() => socket.destroy()); };
    expect(await graphOf().send({ text: 'x' }, ana, null)).toMatchObject({ outcome: 'unknown' });
  });

  test('when no answer comes in time', async () => {
    server.answer = () => {};
    expect(await graphOf({ timeoutMs: 50 }).send({ text: 'x' }, ana, null)).toEqual({ outcome: 'unknown', reason: 'UND_ERR_HEADERS_TIMEOUT' });
  });

  test.each([[200, 'no json'], [200, '{}'], [200, '{"messages":[]}'], [200, '{"messages":[{"id":""}]}'], [200, ''], [502, '<html>'], [504, '']])('when the answer is HTTP %i with %j', async (status, text) => {
    server.answer = (_request, response) => { response.writeHead(status).end(text); };
    expect(await graphOf().send({ text: 'x' }, ana, null)).toMatchObject({ outcome: 'unknown' });
  });

  test('once, and the next send goes through', async () => {
    const graph = graphOf({ connections: 1 });
    server.answer = ({ socket }) => { server.answer = accept; socket.destroy(); };
    expect(await graph.send({ text: 'x' }, ana, null)).toMatchObject({ outcome: 'unknown' });
    expect(await graph.send({ text: 'y' }, ana, null)).toMatchObject({ outcome: 'accepted' });
    expect(server.seen.map(({ body }) => body.text.body)).toEqual(['x', 'y']);
  });
});

describe('typing', () => {
  test('marks the message read and shows the indicator', async () => {
    server.answer = (_request, response) => json(response, 200, { success: true });
    await graphOf().typing('wamid.in');
    expect(server.seen[0]).toMatchObject({ method: 'POST', path: '/v25.0/1111/messages', headers: { authorization: 'Bearer secret' } });
    expect(server.seen[0]!.body).toEqual({ messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.in', typing_indicator: { type: 'text' } });
  });

  test('never rejects', async () => {
    server.answer = ({ socket }) => socket.destroy();
    await expect(graphOf().typing('wamid.in')).resolves.toBeUndefined();
    await expect(graphOf({ accessToken: 'a\nb' }).typing('wamid.in')).resolves.toBeUndefined();
  });
});

test.each([['not a url'], ['ftp://x/v25.0']])('the base URL %j is refused at once', (apiUrl) => {
  expect(() => createGraph({ apiUrl, phoneNumberId: '1', accessToken: 't' })).toThrow();
});
