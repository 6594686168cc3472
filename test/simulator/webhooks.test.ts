// What reaches the app's webhook: messages of every kind, the status ladder, the window, retries.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PHONE_NUMBER_ID, send, START, text, world } from './set-up.ts';

let set: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  set = await world();
});
afterEach(() => set.stop());

const to = '34600111222';
const HOURS = 3_600_000;
const last = () => set.app.received.at(-1)!.value;

/** Lets the whole ladder happen and waits until the app has it. */
async function settle(): Promise<void> {
  for (const ms of [20, 80, 400]) {
    set.timers.tick(ms);
    await set.simulator.idle();
  }
}

describe('a learner', () => {
  test('writing a text makes a message webhook with number, user id and seconds', async () => {
    const { id } = set.ana.say('hola');
    await set.simulator.idle();
    expect(last()).toEqual({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550100200', phone_number_id: PHONE_NUMBER_ID },
      contacts: [{ profile: { name: 'Ana Ñíguez' }, wa_id: to, user_id: set.ana.userId }],
      messages: [{ from: to, from_user_id: set.ana.userId, id, timestamp: String(START / 1000), type: 'text', text: { body: 'hola' } }],
    });
  });

  test('with a username has no number anywhere in the webhook', async () => {
    const luz = set.simulator.addPhone({ name: 'Luz', country: 'MX', number: '5215512345678', username: 'luz', hidesNumber: true });
    luz.say('hola');
    await set.simulator.idle();
    await send(set.simulator, { messaging_product: 'whatsapp', recipient: luz.userId, type: 'text', text: { body: 'Hola' } });
    await settle();
    expect(set.app.statuses()).toEqual(['sent', 'delivered', 'read']);
    for (const one of set.app.received) expect(JSON.stringify(one.value)).not.toContain('"5215512345678"');
    expect(set.app.received[0]!.value['contacts']).toEqual([{ profile: { name: 'Luz', username: 'luz' }, user_id: luz.userId }]);
    expect(last()['statuses'][0]).toMatchObject({ recipient_user_id: luz.userId });
  });

  test('tapping sends the id and the title, and names the message, also an old one', async () => {
    set.ana.say('hola');
    const offer = (id: string) => send(set.simulator, { messaging_product: 'whatsapp', to, type: 'interactive', interactive: { type: 'button', body: { text: '?' }, action: { buttons: [{ type: 'reply', reply: { id, title: 'Sí' } }] } } });
    const old = (await offer('first')).body.messages![0].id;
    await offer('second');
    set.ana.tap('Sí');
    await set.simulator.idle();
    expect(last()['messages'][0].interactive).toEqual({ type: 'button_reply', button_reply: { id: 'second', title: 'Sí' } });
    set.ana.tap('first', old);
    await set.simulator.idle();
    expect(last()['messages'][0]).toMatchObject({ context: { id: old }, interactive: { button_reply: { id: 'first' } } });
    expect(() => set.ana.tap('third')).toThrow(RangeError);
  });

  test('choosing a row sends its description too', async () => {
    set.ana.say('hola');
    await send(set.simulator, { messaging_product: 'whatsapp', to, type: 'interactive', interactive: { type: 'list', body: { text: '?' }, action: { button: 'Ver', sections: [{ rows: [{ id: 'en', title: 'Inglés', description: 'Trabajo' }] }] } } });
    set.ana.tap('Inglés');
    await set.simulator.idle();
    expect(last()['messages'][0].interactive).toEqual({ type: 'list_reply', list_reply: { id: 'en', title: 'Inglés', description: 'Trabajo' } });
  });

  test('can send a voice note, a picture, a sticker, a place and a reaction', async () => {
    const { id } = set.ana.say('hola');
    set.ana.act({ type: 'voice' });
    set.ana.act({ type: 'image', caption: 'Mira' });
    set.ana.act({ type: 'sticker' });
    set.ana.act({ type: 'location', latitude: 40.4, longitude: -3.7 });
    set.ana.act({ type: 'reaction', messageId: id, emoji: '👍' });
    set.ana.act({ type: 'reaction', messageId: id, emoji: '' });
    await set.simulator.idle();
    expect(set.app.received.slice(1).map((one) => one.value['messages'][0])).toMatchObject([
      { type: 'audio', audio: { voice: true, mime_type: 'audio/ogg; codecs=opus' } },
      { type: 'image', image: { caption: 'Mira' } },
      { type: 'sticker', sticker: { animated: false } },
      { type: 'location', location: { latitude: 40.4, longitude: -3.7 } },
      { type: 'reaction', reaction: { message_id: id, emoji: '👍' } },
      { type: 'reaction', reaction: { message_id: id } },
    ]);
    expect(last()['messages'][0].reaction).not.toHaveProperty('emoji');
  });
});

describe('statuses', () => {
  test('climb sent, delivered, read with the callback data and the price in each', async () => {
    set.ana.say('hola');
    const { id } = (await send(set.simulator, { ...text(to), biz_opaque_callback_data: 'outbox-7' })).body.messages![0];
    await settle();
    expect(set.app.statuses()).toEqual(['sent', 'delivered', 'read']);
    for (const one of set.app.received.slice(1)) {
      expect(one.value['statuses'][0]).toMatchObject({
        id,
        recipient_id: to,
        recipient_user_id: set.ana.userId,
        biz_opaque_callback_data: 'outbox-7',
        pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
      });
      expect(one.value['statuses'][0]).not.toHaveProperty('conversation');
      expect(one.value['contacts']).toHaveLength(1);
    }
    expect(set.ana.conversation().at(-1)?.progress).toBe('read');
  });

  test('carry a conversation before Graph v24', async () => {
    set.ana.say('hola');
    await send(set.simulator, text(to), { version: 'v23.0' });
    await settle();
    expect(last()['statuses'][0].conversation).toMatchObject({ origin: { type: 'service' } });
  });

  test('name templates by their category', async () => {
    await send(set.simulator, { messaging_product: 'whatsapp', to, type: 'template', template: { name: 'daily', language: { code: 'es' } } });
    await settle();
    expect(last()['statuses'][0].pricing.category).toBe('utility');
  });

  test('fail with 131026 for a number that nobody has, without contacts or user id', async () => {
    const answer = await send(set.simulator, text('34699999999'));
    await settle();
    expect(answer.status).toBe(200);
    expect(last()).not.toHaveProperty('contacts');
    expect(last()['statuses']).toMatchObject([{ status: 'failed', recipient_id: '34699999999', errors: [{ code: 131026 }] }]);
    expect(last()['statuses'][0]).not.toHaveProperty('recipient_user_id');
  });
});

describe('the 24-hour window', () => {
  const failures = () => set.app.received.flatMap((one) => one.value['statuses'] ?? []).flatMap((status: any) => status.errors ?? []).map((error: any) => error.code);

  test('is closed for somebody who never wrote: accepted, then failed with 131047', async () => {
    expect((await send(set.simulator, text(to))).status).toBe(200);
    await settle();
    expect(failures()).toEqual([131047]);
  });

  test('is open until 24 h after the last message and closed from then on', async () => {
    set.ana.say('hola');
    set.simulator.advance(24 * HOURS - 1_000);
    await send(set.simulator, text(to));
    await settle();
    expect(failures()).toEqual([]);
    // Half a second went by while the ladder was climbed: this makes exactly 24 h.
    set.simulator.advance(500);
    await send(set.simulator, text(to));
    await settle();
    expect(failures()).toEqual([131047]);
  });

  test('lets templates pass, and opens again with the next message', async () => {
    set.ana.say('hola');
    set.simulator.advance(25 * HOURS);
    await send(set.simulator, { messaging_product: 'whatsapp', to, type: 'template', template: { name: 'daily', language: { code: 'es' } } });
    set.ana.say('hola');
    await send(set.simulator, text(to));
    await settle();
    expect(failures()).toEqual([]);
    expect(set.app.statuses().filter((one) => one === 'read')).toHaveLength(2);
  });
});

describe('retries', () => {
  test('go on until 200, further and further apart, and never change the bytes', async () => {
    set.app.answer = () => 503;
    set.ana.say('hola');
    await set.app.arrived(1);
    expect(set.ana.conversation()[0]?.progress).toBe('sent');
    const waits: number[] = [];
    for (let tries = 2; tries <= 5; tries += 1) {
      await set.timers.set(1);
      const before = set.timers.now();
      while (set.timers.waiting() > 0) set.timers.tick(100);
      waits.push(set.timers.now() - before);
      await set.app.arrived(tries);
    }
    expect(waits).toEqual([100, 1_000, 2_000, 4_000]);
    set.app.answer = () => 200;
    await set.timers.set(1);
    set.timers.tick(8_000);
    await set.simulator.idle();
    expect(new Set(set.app.received.map((one) => one.raw.toString())).size).toBe(1);
    expect(set.app.received).toHaveLength(6);
    expect(set.ana.conversation()[0]?.progress).toBe('delivered');
  });

  test('hold nobody up: the next message arrives while the first one waits', async () => {
    set.app.answer = (one) => (one.value['messages'][0].text.body === 'uno' ? 500 : 200);
    set.ana.say('uno');
    set.ana.say('dos');
    await set.app.arrived(2);
    expect(set.app.texts()).toEqual(['uno', 'dos']);
  });
});

test('messages of one phone arrive in the order in which they were written', async () => {
  // Enough turns of the event loop for others to overtake if they were let.
  set.app.hold = async () => {
    for (let turns = 0; turns < 20; turns += 1) await new Promise((next) => setImmediate(next));
  };
  const written = Array.from({ length: 40 }, (_, place) => `m${place}`);
  for (const one of written) set.ana.say(one);
  await set.simulator.idle();
  expect(set.app.texts()).toEqual(written);
  expect(set.app.most).toBe(1);
});

test('messages of different phones arrive side by side', async () => {
  // Nobody is answered before all have arrived, so one at a time would never end.
  set.app.hold = () => set.app.arrived(20);
  for (let count = 0; count < 20; count += 1) set.simulator.addPhone({ name: 'X', country: 'US', number: `120255501${10 + count}` }).say('hi');
  await set.simulator.idle();
  expect(set.app.most).toBe(20);
});

describe('the handshake', () => {
  test('is true when the challenge comes back, and asks with mode, challenge and token', async () => {
    const asked: string[] = [];
    set.app.challenge = (url) => {
      asked.push(`${url.searchParams.get('hub.mode')} ${url.searchParams.get('hub.verify_token')}`);
      return url.searchParams.get('hub.challenge')!;
    };
    expect(await set.simulator.handshake()).toBe(true);
    expect(asked).toEqual(['subscribe verify-token']);
  });

  test('is false when anything else comes back', async () => {
    set.app.challenge = () => '"500000000"';
    expect(await set.simulator.handshake()).toBe(false);
  });
});
