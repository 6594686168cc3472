// What arrives over HTTP: handshake, signatures, sizes and odd bodies each have a defined answer, and none is a 500.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signBody } from '../../src/channels/whatsapp/signature.ts';
import type { Engine } from '../../src/engine.ts';
import { readWebhook } from '../../src/channels/whatsapp/inbound.ts';
import { keyOf } from '../../src/mailbox/letter.ts';
import { APP_SECRET, hookOf, nextPhone, NUMBER_ID, openWorld, post, send, textFrom, until, VERIFY_TOKEN, type World } from '../world.ts';
import { echoOf } from '../engine/talker.ts';

let world: World;
let engine: Engine;
beforeAll(async () => {
  world = await openWorld('webhook');
  engine = await world.engine();
});
let before: number;
beforeEach(async () => { before = (await world.rows('select 1 from letters')).length; });
afterAll(() => world.close());

const at = (rest: string) => `http://127.0.0.1:${engine.port}/webhooks/whatsapp${rest}`;
/** How many letters this test has brought. */
const letters = async () => (await world.rows('select 1 from letters')).length - before;
/** What the learner's mailbox holds. */
const stored = async (phone: string) => (await world.rows<{ body: string }>('select body from letters where user_id = $1 order by n', [await world.idOf(phone)])).map(({ body }) => (JSON.parse(body) as { content: { text?: string } }).content);

describe('handshake', () => {
  const ask = (token: string, mode = 'subscribe') => fetch(at(`?hub.mode=${mode}&hub.verify_token=${encodeURIComponent(token)}&hub.challenge=1158201444`));

  test('the right token is answered with the challenge and nothing else', async () => {
    const answer = await ask(VERIFY_TOKEN);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await answer.text()).toBe('1158201444');
  });

  test.each([['another token', 'wrong', 'subscribe'], ['a token of the same length', 'verify-tokem', 'subscribe'], ['no token', '', 'subscribe'], ['another mode', VERIFY_TOKEN, 'unsubscribe']])('%s is refused', async (_name, token, mode) => {
    const answer = await ask(token, mode);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('1158201444');
  });

  test('parameters given twice or not at all are refused', async () => {
    for (const query of ['', '?hub.verify_token=a&hub.verify_token=b&hub.mode=subscribe&hub.challenge=1', `?hub.mode=subscribe&hub.verify_token=${VERIFY_TOKEN}`]) {
      expect((await fetch(at(query))).status).toBe(403);
    }
  });
});

describe('signature', () => {
  const body = JSON.stringify(hookOf([textFrom('34699999999', 'hola')]));
  test.each([
    ['none', null], ['of another secret', signBody(body, 'other')], ['of another body', signBody(`${body} `, APP_SECRET)], ['in capitals', signBody(body, APP_SECRET).toUpperCase()],
    ['without its prefix', signBody(body, APP_SECRET).slice(7)], ['cut short', signBody(body, APP_SECRET).slice(0, -1)], ['empty', ''],
  ])('%s is refused and nothing is stored', async (_name, signature) => {
    expect((await post(engine.port, body, signature)).status).toBe(401);
    expect(await letters()).toBe(0);
    expect(await world.rows(`select 1 from identities where value = '+34699999999'`)).toEqual([]);
  });

  test('it is checked on the bytes as sent: escapes and spaces count', async () => {
    const phone = nextPhone();
    const raw = JSON.stringify(hookOf([textFrom(phone, 'ñandú 😀')]), null, 2).replaceAll(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    expect((await post(engine.port, raw)).status).toBe(200);
    expect(await stored(phone)).toEqual([{ kind: 'text', text: 'ñandú 😀' }]);
  });
});

describe('size and form', () => {
  test('a body over 3 MB hears 413, whether its length was told or not, and nothing is stored', async () => {
    const big = JSON.stringify(hookOf([textFrom('34600000001', 'x'.repeat(3 * 1024 * 1024))]));
    expect((await post(engine.port, big)).status).toBe(413);
    const chunked = await new Promise<number>((resolve, reject) => {
      const request = http.request(at(''), { method: 'POST', headers: { 'x-hub-signature-256': signBody(big, APP_SECRET) } }, (response) => response.resume().on('end', () => resolve(response.statusCode!)));
      request.on('error', reject);
      for (let i = 0; i < big.length; i += 500_000) request.write(big.slice(i, i + 500_000));
      request.end();
    });
    expect(chunked).toBe(413);
    expect(await letters()).toBe(0);
  });

  test('a body of nearly 3 MB is taken', async () => {
    expect((await post(engine.port, JSON.stringify({ object: 'whatsapp_business_account', entry: [], filler: 'x'.repeat(3_000_000) }))).status).toBe(200);
  });

  test.each(['', 'hola', '{', '{"object":', 'undefined', '\u0000', '[1,]'])('%j is not JSON: 400', async (raw) => {
    expect((await post(engine.port, raw)).status).toBe(400);
  });

  test.each([
    'null', '7', '"text"', '[]', '{}', '{"object":"page"}', '{"object":"whatsapp_business_account"}', '{"object":"whatsapp_business_account","entry":[]}',
    '{"object":"whatsapp_business_account","entry":{}}', '{"object":"whatsapp_business_account","entry":[null,{"changes":null},{"changes":[]},{"changes":[null,{"field":7}]}]}',
    '{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"brand_new","value":{"x":1}}]}]}',
    JSON.stringify({ object: 'whatsapp_business_account', entry: [{ changes: [{ field: 'messages', value: { messages: {}, statuses: 'x', contacts: 7, errors: null } }] }] }),
    `{"object":"whatsapp_business_account","entry":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    '{"object":"whatsapp_business_account","__proto__":{"entry":[1]},"constructor":7,"entry":[{"changes":[{"field":"__proto__","value":{}}]}]}',
  ])('%s is JSON without a message: 200', async (raw) => {
    expect((await post(engine.port, raw)).status).toBe(200);
    expect(await letters()).toBe(0);
  });

  test('an unknown path or method is not found, and no answer tells of the inside', async () => {
    for (const [method, route] of [['GET', '/nothing'], ['DELETE', '/webhooks/whatsapp'], ['PUT', '/webhooks/whatsapp'], ['GET', '/%'], ['GET', '/webhooks/%ZZ']] as const) {
      const answer = await fetch(`http://127.0.0.1:${engine.port}${route}`, { method });
      expect(answer.status, route).toBeGreaterThanOrEqual(400);
      expect(answer.status, route).toBeLessThan(500);
      expect(await answer.text(), route).not.toMatch(/node_modules|\.ts|    at /);
    }
  });
});

describe('odd messages', () => {
  test.each([
    ['5,000 characters', 'x'.repeat(5_000)], ['zero-width characters', 'ho\u200bla\u200d\ufeff'], ['bidirectional characters', '\u202eabc\u2066'], ['emoji only', '😀👨‍👩‍👧‍👦🇪🇸'],
    ['null bytes', 'ho\0la'], ['a lone surrogate', 'ho\ud800la'], ['nothing', ''], ['spaces', '   '], ['line breaks', 'a\n\r\n\u2028b'], ['a quote of SQL', `'; drop table users; --`], ['10,000 emoji', '😀'.repeat(10_000)],
  ])('a text of %s is stored and answered', async (_name, text) => {
    const phone = nextPhone();
    expect(await send(engine.port, textFrom(phone, text))).toBe(200);
    await until('the reply', () => world.graph.textsTo(phone).length === 1);
    expect(world.graph.textsTo(phone)[0]).toMatch(/^r1\|/);
    expect(await world.rows('select 1 from dead_letters')).toEqual([]);
  });

  test('a message for another account\'s number is skipped', async () => {
    const body = hookOf([textFrom(nextPhone(), 'hola')], { metadata: { phone_number_id: '999' } });
    expect((await post(engine.port, body)).status).toBe(200);
    expect(await letters()).toBe(0);
  });

  test('a group\'s message is skipped, its neighbour is taken', async () => {
    const phone = nextPhone();
    expect(await send(engine.port, textFrom(nextPhone(), 'in a group', { group_id: 'G1' }), textFrom(phone, 'hola'))).toBe(200);
    await until('the reply', () => world.graph.textsTo(phone).length === 1);
    expect(world.graph.textsTo(phone)).toEqual([echoOf('hola')]);
    expect(await letters()).toBe(1);
  });

  test('what was skipped is counted, by reason', async () => {
    await send(engine.port, textFrom(nextPhone(), 'x', { group_id: 'G1' }), { type: 'text' });
    const metrics = await (await fetch(`http://127.0.0.1:${engine.port}/metrics`)).text();
    expect(metrics).toMatch(/charla_webhook_items_skipped_total\{reason="group"\} [1-9]/);
    expect(metrics).toMatch(/charla_webhook_items_skipped_total\{reason="broken-item"\} [1-9]/);
  });

  test.each([
    ['a type nobody knows', { type: 'hologram', hologram: {} }], ['an audio', { type: 'audio', audio: { id: '1' } }], ['an audio without its payload', { type: 'audio' }], ['a type that is no word', { type: 7 }],
    ['a list reply', { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'a', title: 'A' } } }], ['a type that objects inherit', { type: 'constructor' }],
  ])('%s is answered', async (_name, own) => {
    const phone = nextPhone();
    expect(await send(engine.port, textFrom(phone, '', own))).toBe(200);
    await until('the reply', () => world.graph.textsTo(phone).length === 1);
  });

  test.each([['a number', 34600111222, 1], ['too long an id', 'x'.repeat(400), 0], ['an id with a space', 'wamid x', 0]])('with %s as sender or id: 200', async (_name, odd, count) => {
    const own = typeof odd === 'number' ? { from: odd } : { id: odd };
    expect(await send(engine.port, textFrom(nextPhone(), 'hola', own))).toBe(200);
    expect(await letters()).toBe(count);
  });
});

const fixtures = path.resolve(import.meta.dirname, '../../../shared/fixtures/whatsapp/webhooks');
const present = existsSync(fixtures);
if (!present) console.warn('shared/fixtures/whatsapp/webhooks is absent: its tests are skipped');

describe.skipIf(!present)('bodies that Meta sends', () => {
  test.each(present ? readdirSync(fixtures).toSorted() : [])('%s: 200', async (file) => {
    expect((await post(engine.port, readFileSync(path.join(fixtures, file), 'utf8'))).status).toBe(200);
  });

  test('the same for our own number: 200, and every message in them is stored once', async () => {
    const keys = new Set<string>();
    for (const file of readdirSync(fixtures)) {
      const raw = readFileSync(path.join(fixtures, file), 'utf8').replaceAll(/("phone_number_id"\s*:\s*)"[^"]*"/g, `$1"${NUMBER_ID}"`);
      for (const { providerId } of readWebhook(JSON.parse(raw), NUMBER_ID).messages) keys.add(keyOf('message', providerId));
      for (let i = 0; i < 2; i++) expect((await post(engine.port, raw)).status, file).toBe(200);
    }
    expect(keys.size).toBeGreaterThan(20);
    expect(await world.rows('select distinct key from letters where key = any($1)', [[...keys]])).toHaveLength(keys.size);
    const count = await letters();
    await until('all are taken', async () => (await world.rows('select 1 from mailboxes where mail_posted > mail_taken or urgent_posted > urgent_taken')).length === 0);
    expect(await letters()).toBe(count);
    expect(await world.rows('select * from dead_letters')).toEqual([]);
  });
});
