// The control API: what the page, tests and curl drive the simulator with.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { COUNTRIES } from '../../src/simulator/countries.ts';
import { send, START, text, world } from './set-up.ts';

let set: Awaited<ReturnType<typeof world>>;
const advanced: number[] = [];
beforeEach(async () => {
  advanced.length = 0;
  set = await world({ onAdvance: (ms) => advanced.push(ms) });
});
afterEach(() => set.stop());

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const response = await fetch(`${set.simulator.pageUrl}api/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

test('makes phones with a plausible number of each country, and the same phone for the same number', async () => {
  for (const country of COUNTRIES) {
    const { body } = await call('POST', 'phones', { name: 'X', country: country.code });
    expect(body.waId).toMatch(new RegExp(`^${country.dial}${country.prefix}\\d*$`));
    expect(body.waId).toHaveLength(country.dial.length + country.digits);
    expect(body.userId).toMatch(new RegExp(`^${country.code}\\.\\d{20}$`));
  }
  const again = await call('POST', 'phones', { name: 'Otra', country: 'ES', number: '+34 600-111-222' });
  expect([again.body.waId, again.body.name]).toEqual([set.ana.waId, 'Ana Ñíguez']);
});

test('the same number has the same user id in every run', () => {
  // The last 20 decimal digits of the number's SHA-256, computed apart.
  expect(set.ana.userId).toBe('ES.76314176241028109553');
});

test('writes as the learner and shows the conversation', async () => {
  const said = await call('POST', `phones/${set.ana.waId}/messages`, { type: 'text', text: 'hola' });
  expect(said.status).toBe(201);
  await send(set.simulator, text(set.ana.waId, '¡Hola!'));
  const { body } = await call('GET', `phones/${set.ana.waId}`);
  expect(body.entries.map((one: any) => [one.from, one.content.text])).toEqual([['learner', 'hola'], ['tutor', '¡Hola!']]);
  expect(body.windowOpen).toBe(true);
});

test('refuses with a reason: unknown phone 404; unknown action, country, mishap or choice 400', async () => {
  const wrong: [number, string, string, unknown][] = [
    [404, 'POST', 'phones/123/messages', { type: 'text', text: 'x' }],
    [404, 'GET', 'nothing', undefined],
    [400, 'POST', `phones/${set.ana.waId}/messages`, { type: 'dance' }],
    [400, 'POST', `phones/${set.ana.waId}/messages`, { type: 'tap', choice: 'nothing' }],
    [400, 'POST', 'phones', { name: 'X', country: 'XX' }],
    [400, 'POST', 'phones', { name: 'X', country: 'ES', number: '12' }],
    [400, 'PATCH', 'mishaps', { earthquake: true }],
    [400, 'POST', 'clock', { advanceMs: -1 }],
  ];
  for (const [status, method, path, body] of wrong) {
    const answer = await call(method, path, body);
    expect([path, answer.status]).toEqual([path, status]);
    expect(answer.body.error).toEqual(expect.any(String));
  }
});

test('moves the clock for the window and tells the app by how much', async () => {
  set.ana.say('hola');
  const { body } = await call('POST', 'clock', { advanceMs: 24 * 3_600_000 });
  expect(body).toEqual({ now: START + 24 * 3_600_000, offset: 24 * 3_600_000 });
  expect(advanced).toEqual([24 * 3_600_000]);
  expect((await call('GET', `phones/${set.ana.waId}`)).body.windowOpen).toBe(false);
});

test('sets mishaps for everybody and for one phone, and clears both', async () => {
  await call('PATCH', 'mishaps', { duplicates: 1 });
  await call('PATCH', `phones/${set.ana.waId}/mishaps`, { delayMs: 50 });
  expect((await call('GET', 'state')).body.mishaps.duplicates).toBe(1);
  expect((await call('GET', `phones/${set.ana.waId}`)).body.mishaps).toEqual({ delayMs: 50 });
  await call('DELETE', 'mishaps');
  expect((await call('GET', 'state')).body.mishaps.duplicates).toBe(0);
  expect((await call('GET', `phones/${set.ana.waId}`)).body.mishaps).toEqual({});
});

test('reset forgets phones and mishaps; the handshake can be asked for', async () => {
  expect((await call('POST', 'handshake')).body).toEqual({ verified: true });
  await call('POST', 'reset');
  expect((await call('GET', 'phones')).body).toEqual([]);
});

test('live events bring each line as it changes', async () => {
  const leave = new AbortController();
  const response = await fetch(`${set.simulator.pageUrl}api/events`, { signal: leave.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  set.ana.say('¡hola!');
  let seen = '';
  while (!seen.includes('"progress":"delivered"')) seen += (await reader.read()).value;
  leave.abort();
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(seen).toMatch(/event: entry\ndata: .*"text":"¡hola!"/);
});

test('the page may load nothing from elsewhere, and is found without the closing slash', async () => {
  const page = await fetch(set.simulator.pageUrl.slice(0, -1));
  expect(page.url).toBe(set.simulator.pageUrl);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).not.toMatch(/https?:\/\//);
});
