// What the Graph API accepts and refuses, and the shape of each answer.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PHONE_NUMBER_ID, send, text, TOKEN, world } from './set-up.ts';

let set: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  set = await world();
});
afterEach(() => set.stop());

const to = '34600111222';
const base = { messaging_product: 'whatsapp', to, type: 'interactive' };
const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const buttons = (...all: object[]) => ({ ...base, interactive: { type: 'button', body: { text: '¿Seguimos?' }, action: { buttons: all } } });
const row = (id: string, title = `Fila ${id}`, description?: string) => ({ id, title, ...(description === undefined ? {} : { description }) });
const list = (...sections: object[]) => ({ ...base, interactive: { type: 'list', body: { text: 'Elige' }, action: { button: 'Ver', sections } } });
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, place) => row(`r${from + place}`));
const template = (value: string) => ({ ...base, type: 'template', template: { name: 'daily_lesson', language: { code: 'es' }, components: [{ type: 'body', parameters: [{ type: 'text', text: value }] }] } });

describe('accepted sends', () => {
  const good: [string, object][] = [
    ['a text of 4,096 characters', text(to, 'a'.repeat(4096))],
    ['a number with + and spaces', text('+34 600 111 222')],
    ['three buttons of 20 characters', buttons(button('a', 'A'.repeat(20)), button('b', 'B'), button('c', 'C'))],
    ['a button id of 256 characters', buttons(button('x'.repeat(256), 'Sí'))],
    ['ten rows in two titled sections', list({ title: 'Uno', rows: rows(5) }, { title: 'Dos', rows: rows(5, 5) })],
    ['a row title of 24 and a description of 72', list({ rows: [row('a'.repeat(200), 'T'.repeat(24), 'D'.repeat(72))] })],
    ['a list body of 4,096 characters', { ...base, interactive: { ...list({ rows: rows(1) }).interactive, body: { text: 'a'.repeat(4096) } } }],
    ['a callback tag of 512 characters', { ...text(to), biz_opaque_callback_data: 'x'.repeat(512) }],
    ['a template', template('Ana')],
    ['an image by link', { ...base, type: 'image', image: { link: 'https://example.org/a.png', caption: 'Mira' } }],
    ['a link button', { ...base, interactive: { type: 'cta_url', body: { text: 'Paga' }, action: { name: 'cta_url', parameters: { display_text: 'Pagar', url: 'https://example.org/x' } } } }],
  ];
  test.each(good)('%s', async (_name, body) => {
    const answer = await send(set.simulator, body);
    expect(answer.body.error).toBeUndefined();
    expect(answer.status).toBe(200);
    expect(answer.body.messages![0].id).toMatch(/^wamid\./);
    expect(answer.body.contacts?.[0]).toEqual({ input: (body as { to: string }).to, wa_id: to });
  });
});

describe('refused sends', () => {
  const bad: [string, number, unknown][] = [
    ['not an object', 100, []],
    ['no product', 131008, { to, type: 'text', text: { body: 'x' } }],
    ['no type', 131008, { messaging_product: 'whatsapp', to, text: { body: 'x' } }],
    ['an unknown type', 131051, { ...base, type: 'poll' }],
    ['nobody to send to', 131008, { messaging_product: 'whatsapp', type: 'text', text: { body: 'x' } }],
    ['both to and recipient', 131009, { ...text(to), recipient: 'ES.123' }],
    ['words for a number', 131009, text('Ana')],
    ['an empty text', 131009, text(to, '')],
    ['a text of 4,097 characters', 131009, text(to, 'a'.repeat(4097))],
    ['an unknown key', 100, { ...text(to), txt: 1 }],
    ['no buttons', 131009, buttons()],
    ['four buttons', 131009, buttons(button('a', 'A'), button('b', 'B'), button('c', 'C'), button('d', 'D'))],
    ['a button title of 21 characters', 131009, buttons(button('a', 'A'.repeat(21)))],
    ['two buttons of one title', 131009, buttons(button('a', 'Sí'), button('b', 'Sí'))],
    ['two buttons of one id', 131009, buttons(button('a', 'Sí'), button('a', 'No'))],
    ['a button id of 257 characters', 131009, buttons(button('x'.repeat(257), 'Sí'))],
    ['a button id that ends with a space', 131009, buttons(button('a ', 'Sí'))],
    ['a button body of 1,025 characters', 131009, { ...base, interactive: { ...buttons(button('a', 'A')).interactive, body: { text: 'a'.repeat(1025) } } }],
    ['a footer of 61 characters', 131009, { ...base, interactive: { ...buttons(button('a', 'A')).interactive, footer: { text: 'a'.repeat(61) } } }],
    ['a header of 61 characters', 131009, { ...base, interactive: { ...buttons(button('a', 'A')).interactive, header: { type: 'text', text: 'a'.repeat(61) } } }],
    ['eleven rows in two sections', 131009, list({ title: 'Uno', rows: rows(6) }, { title: 'Dos', rows: rows(5, 6) })],
    ['two sections of which one has no title', 131009, list({ title: 'Uno', rows: rows(1) }, { rows: rows(1, 1) })],
    ['two rows of one id', 131009, list({ rows: [row('a'), row('a', 'Otra')] })],
    ['a row title of 25 characters', 131009, list({ rows: [row('a', 'T'.repeat(25))] })],
    ['a row description of 73 characters', 131009, list({ rows: [row('a', 'T', 'D'.repeat(73))] })],
    ['a row id of 201 characters', 131009, list({ rows: [row('a'.repeat(201))] })],
    ['a list button of 21 characters', 131009, { ...base, interactive: { ...list({ rows: rows(1) }).interactive, action: { button: 'B'.repeat(21), sections: [{ rows: rows(1) }] } } }],
    ['a callback tag of 513 characters', 131009, { ...text(to), biz_opaque_callback_data: 'x'.repeat(513) }],
    ['a template parameter with a new line', 132018, template('uno\ndos')],
    ['a template parameter with five spaces', 132018, template('uno     dos')],
    ['the own number', 131021, text('15550100200')],
  ];
  test.each(bad)('%s → %i', async (_name, code, body) => {
    const answer = await send(set.simulator, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toEqual({
      message: expect.stringMatching(new RegExp(`^\\(#${code}\\) `)),
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details: expect.any(String) },
      fbtrace_id: expect.any(String),
    });
    expect(set.ana.conversation()).toEqual([]);
  });

  test('a body that is not JSON → 100', async () => {
    const answer = await send(set.simulator, undefined, { raw: '{"to":' });
    expect([answer.status, answer.body.error?.code]).toEqual([400, 100]);
  });

  test('a wrong token → 401 and code 190', async () => {
    const answer = await send(set.simulator, text(to), { token: `${TOKEN}x` });
    expect([answer.status, answer.body.error?.code]).toEqual([401, 190]);
  });

  test("another business's phone number id → code 100, subcode 33", async () => {
    const answer = await send(set.simulator, text(to), { id: `${PHONE_NUMBER_ID}9` });
    expect([answer.status, answer.body.error?.code, answer.body.error?.error_subcode]).toEqual([400, 100, 33]);
  });

  test('a template that is not among the approved ones → 132001', async () => {
    const other = await world({ templates: { daily_lesson: { category: 'marketing', body: 'Hola, {{1}}' } } });
    const [known, unknown] = [await send(other.simulator, template('Ana')), await send(other.simulator, { ...template('Ana'), template: { name: 'nothing', language: { code: 'es' } } })];
    expect(other.ana.conversation()[0]?.content.text).toBe('Hola, Ana');
    await other.stop();
    expect([known.status, unknown.status, unknown.body.error?.code]).toEqual([200, 404, 132001]);
  });
});

describe('business-scoped user ids', () => {
  test('in recipient reach the phone and are answered without a number', async () => {
    set.ana.say('hola');
    const answer = await send(set.simulator, { messaging_product: 'whatsapp', recipient: set.ana.userId, type: 'text', text: { body: 'Hola' } });
    expect(answer.body.contacts).toEqual([{ input: set.ana.userId, user_id: set.ana.userId }]);
    expect(set.ana.conversation().at(-1)?.content.text).toBe('Hola');
  });

  test('in to are accepted, and nothing ever comes of it', async () => {
    set.ana.say('hola');
    await set.simulator.idle();
    const answer = await send(set.simulator, text(set.ana.userId));
    set.timers.tick(10_000);
    await set.simulator.idle();
    expect(answer.status).toBe(200);
    expect(set.ana.conversation()).toHaveLength(1);
    expect(set.app.statuses()).toEqual([]);
  });
});

describe('read receipts', () => {
  const read = (id: string, more: object = {}) => ({ messaging_product: 'whatsapp', status: 'read', message_id: id, ...more });

  test('mark the message and all before it as read, later ones not', async () => {
    const [, second, third] = [set.ana.say('uno'), set.ana.say('dos'), set.ana.say('tres')];
    await set.simulator.idle();
    const answer = await send(set.simulator, read(second.id));
    expect(answer).toEqual({ status: 200, body: { success: true } });
    expect(set.ana.conversation().map((one) => one.progress)).toEqual(['read', 'read', 'delivered']);
    expect(third.progress).toBe('delivered');
  });

  test('of an unknown message, or of one of the tutor itself → 131009', async () => {
    set.ana.say('hola');
    const own = await send(set.simulator, text(to));
    for (const id of ['wamid.nothing', own.body.messages![0].id]) {
      expect((await send(set.simulator, read(id))).body.error?.code).toBe(131009);
    }
  });

  test('of a message older than 30 days → 131009', async () => {
    const { id } = set.ana.say('hola');
    set.simulator.advance(30 * 86_400_000 + 1);
    expect((await send(set.simulator, read(id))).body.error?.code).toBe(131009);
  });

  test('with a typing indicator of another kind → 131009', async () => {
    const { id } = set.ana.say('hola');
    expect((await send(set.simulator, read(id, { typing_indicator: { type: 'audio' } }))).body.error?.code).toBe(131009);
    expect((await send(set.simulator, read(id, { typing_indicator: { type: 'text' } }))).status).toBe(200);
  });
});

describe('media', () => {
  test('is found by its id and fetched from its address with the token, not without', async () => {
    set.ana.act({ type: 'voice' });
    await set.app.arrived(1);
    const { audio } = set.app.received[0]!.value['messages'][0];
    const headers = { authorization: `Bearer ${TOKEN}` };
    const meta = (await (await fetch(`${set.simulator.graphUrl}/${audio.id}`, { headers })).json()) as { url: string; file_size: number };
    expect(meta).toMatchObject({ id: audio.id, mime_type: 'audio/ogg; codecs=opus', sha256: audio.sha256 });
    const file = await fetch(meta.url, { headers });
    expect((await file.arrayBuffer()).byteLength).toBe(meta.file_size);
    expect((await fetch(meta.url)).status).toBe(401);
  });
});
