// A webhook is read whole, whatever is in it: each good message and status once, the rest counted with a reason.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWebhook } from '../../../src/channels/whatsapp/inbound.ts';
import type { WebhookReading } from '../../../src/channels/whatsapp/inbound.ts';
import { absent, webhooks } from './fixtures.ts';
import type { Webhook } from './fixtures.ts';
import { change, envelope, goodMessage, goodStatus, messages, NUMBER } from './envelope.ts';

const skipped = (reading: WebhookReading) => Object.fromEntries(reading.skipped.map(({ reason, count }) => [reason, count]));
const items = ({ messages, statuses, identityChanges, preferences, templates }: WebhookReading) => [...messages, ...statuses, ...identityChanges, ...preferences, ...templates];

describe('a webhook with one text', () => {
  test('becomes one message', () => {
    const reading = readWebhook(messages({ from_user_id: 'US.1', context: { from: '15550783881', id: 'wamid.before' } }), NUMBER);
    expect(reading).toEqual({
      messages: [{
        providerId: 'wamid.good', sentAt: 1749416383000, from: { phone: '+16505551234', bsuid: 'US.1', name: 'Ana' },
        content: { kind: 'text', text: 'hola' }, repliesTo: 'wamid.before', numberId: NUMBER,
      }],
      statuses: [], identityChanges: [], preferences: [], templates: [], skipped: [],
    });
  });

  test('from someone without a phone number is known by user id alone', () => {
    expect(readWebhook(messages({ from: undefined, from_user_id: 'US.1' }), NUMBER).messages[0]?.from).toEqual({ phone: null, bsuid: 'US.1', name: null });
    expect(readWebhook(messages({ from: '', from_user_id: 'US.1' }), NUMBER).messages[0]?.from.phone).toBeNull();
  });

  test('for another number of the account is skipped, and read when every number is ours', () => {
    const body = envelope(change({ metadata: { phone_number_id: 'other' }, messages: [goodMessage, goodMessage], statuses: [goodStatus] }));
    expect(items(readWebhook(body, NUMBER))).toEqual([]);
    expect(skipped(readWebhook(body, NUMBER))).toEqual({ 'foreign-number': 3 });
    expect(readWebhook(body, null).messages[0]?.numberId).toBe('other');
  });

  test('without number id is taken as ours', () => {
    expect(readWebhook(envelope(change({ metadata: null, messages: [goodMessage] })), NUMBER).messages[0]?.numberId).toBe(NUMBER);
  });

  test.each([
    ['from a group', { group_id: 'g' }, 'group'],
    ['without id', { id: undefined }, 'broken-item'],
    ['with an id that no key can hold', { id: 'x'.repeat(5000) }, 'broken-item'],
    ['without time', { timestamp: 'yesterday' }, 'broken-item'],
    ['without text', { text: {} }, 'broken-item'],
  ])('%s is skipped as %s', (_what, own, reason) => {
    const reading = readWebhook(messages(own), NUMBER);
    expect(items(reading)).toEqual([]);
    expect(skipped(reading)).toEqual({ [reason]: 1 });
  });

  test('from nobody is skipped when two people could have sent it', () => {
    const body = envelope(change({ contacts: [{ wa_id: '16505551234' }], messages: [goodMessage, { ...goodMessage, from: undefined }] }));
    expect(skipped(readWebhook(body, NUMBER))).toEqual({ 'no-sender': 1 });
  });
});

describe('a batch', () => {
  test('is read whole: every entry, change, message and status, in order', () => {
    const body = {
      object: 'whatsapp_business_account',
      entry: ['a', 'b'].map((e) => ({ changes: ['c', 'd'].map((c) => change({ messages: [1, 2].map((n) => ({ ...goodMessage, id: `${e}${c}${n}` })), statuses: [goodStatus] })) })),
    };
    const reading = readWebhook(body, NUMBER);
    expect(reading.messages.map(({ providerId }) => providerId)).toEqual(['ac1', 'ac2', 'ad1', 'ad2', 'bc1', 'bc2', 'bd1', 'bd2']);
    expect(reading.statuses).toHaveLength(4);
  });

  test('counts what it skips, by reason', () => {
    const body = envelope(change({ messages: [null, 7, { ...goodMessage, group_id: 'g' }, goodMessage], errors: [{ code: 1 }, { code: 2 }] }), change({}, 'moon_phase'), 'x', change({ message_echoes: [1, 2] }, 'smb_message_echoes'));
    const reading = readWebhook(body, NUMBER);
    expect(reading.messages).toHaveLength(1);
    expect(skipped(reading)).toEqual({ 'broken-item': 3, group: 1, 'value-error': 2, 'unknown-field': 1, echo: 2 });
  });
});

test.each([[null], [undefined], [7], ['x'], [[]], [{}], [{ object: 'page', entry: [] }]])('%j is no WhatsApp webhook', (body) => {
  expect(skipped(readWebhook(body, NUMBER))).toEqual({ 'not-whatsapp': 1 });
});

test.each([[{ object: 'whatsapp_business_account' }], [{ object: 'whatsapp_business_account', entry: [] }], [{ object: 'whatsapp_business_account', entry: [{}] }], [envelope()], [envelope(change({}))], [envelope(change({ messages: [], statuses: [], contacts: [] }))]])('an empty envelope is empty: %j', (body) => {
  expect(readWebhook(body, NUMBER)).toEqual({ messages: [], statuses: [], identityChanges: [], preferences: [], templates: [], skipped: [] });
});

describe('whatever JSON comes', () => {
  const junk = fc.jsonValue({ maxDepth: 3 });
  const halfMessage = fc.record({ id: fc.oneof(junk, fc.constant('wamid.h')), from: fc.oneof(junk, fc.constant('16505550000')), timestamp: fc.oneof(junk, fc.constant('1749416383')), type: fc.oneof(junk, fc.constantFrom('text', 'interactive', 'system', 'reaction', 'image', 'button')), text: junk, interactive: junk, system: junk, reaction: junk, image: junk, button: junk, context: junk, group_id: junk }, { requiredKeys: [] });
  const garbage = fc.array(fc.oneof(junk, halfMessage), { maxLength: 5 });
  const field = fc.oneof(junk, fc.constantFrom('messages', 'user_id_update', 'user_preferences', 'message_template_status_update', 'smb_message_echoes'));
  const value = fc.record({ metadata: junk, contacts: fc.oneof(junk, garbage), messages: fc.oneof(junk, garbage), statuses: fc.oneof(junk, garbage), errors: junk, user_id_update: fc.oneof(junk, garbage), user_preferences: fc.oneof(junk, garbage) }, { requiredKeys: [] });
  const changes = fc.array(fc.oneof(junk, fc.record({ field, value: fc.oneof(junk, value) })), { maxLength: 4 });

  test('reading never throws', () => {
    fc.assert(fc.property(junk, (body) => { readWebhook(body, NUMBER); }));
    fc.assert(fc.property(changes, (all) => { readWebhook(envelope(...all), null); }), { numRuns: 500 });
  });

  test('a good message and a good status among garbage are found, in any place', () => {
    fc.assert(fc.property(changes, changes, garbage, garbage, junk, (before, after, left, right, contacts) => {
      const body = { object: 'whatsapp_business_account', entry: [null, ...envelope(...before, change({ contacts, messages: [...left, goodMessage, ...right], statuses: [...right, goodStatus, ...left] }), ...after).entry, 7] };
      const reading = readWebhook(body, NUMBER);
      expect(reading.messages.filter(({ providerId }) => providerId === 'wamid.good')).toMatchObject([{ content: { kind: 'text', text: 'hola' }, from: { phone: '+16505551234' } }]);
      expect(reading.statuses.filter(({ providerId }) => providerId === 'wamid.out')).toMatchObject([{ status: 'delivered' }]);
    }), { numRuns: 500 });
  });
});

// What each type of the index is to become: the content's kind, a status, or a reason to skip.
const KINDS: Record<string, string> = {
  text: 'text', button: 'tap', 'interactive.button_reply': 'tap', 'interactive.list_reply': 'tap', 'interactive.nfm_reply': 'form',
  'interactive.call_permission_reply': 'unsupported', 'interactive.None': 'unsupported', location: 'location', contacts: 'contacts', order: 'order',
  reaction: 'reaction', request_welcome: 'welcome', edit: 'edited', revoke: 'revoked', image: 'media', video: 'media', document: 'media', sticker: 'media', audio: 'media',
};
const noWebhooks = absent('index.json');

describe.skipIf(noWebhooks)('webhooks of Meta and of production code', () => {
  const all: Webhook[] = noWebhooks ? [] : webhooks();
  const of = (...categories: string[]) => all.filter(({ category }) => categories.includes(category));
  const first = (body: any) => body.entry[0].changes[0].value;

  const sent = all.filter(({ types }) => types[0]!.startsWith('message:') && !types[0]!.startsWith('message:system'));
  test.each(sent)('$file is one message of its kind', ({ types, body, has_bsuid, placeholder_values }) => {
    const reading = readWebhook(body, null);
    const type = types[0]!.slice('message:'.length);
    const expected = KINDS[type] ?? KINDS[type.split('.')[0]!] ?? 'unsupported';
    const raw = first(body).messages[0];
    expect(reading.messages).toHaveLength(1);
    expect(reading.messages[0]).toMatchObject({ providerId: raw.id, sentAt: Number(raw.timestamp) * 1000, content: { kind: expected }, numberId: first(body).metadata.phone_number_id });
    if (!placeholder_values) expect(reading.messages[0]!.from.phone).toBe(`+${raw.from}`);
    if (has_bsuid && raw.from === first(body).contacts[0].wa_id) expect(reading.messages[0]!.from).toEqual({ phone: `+${raw.from}`, bsuid: first(body).contacts[0].user_id, name: first(body).contacts[0].profile.name });
    if (type === 'text') expect(reading.messages[0]!.content).toEqual({ kind: 'text', text: raw.text.body });
    if (expected === 'media') expect(reading.messages[0]!.content).toMatchObject({ media: raw.type, mediaId: raw[raw.type].id, caption: raw[raw.type].caption ?? null });
    if (expected === 'tap') expect(reading.messages[0]!.content).toMatchObject({ id: raw.button?.payload ?? raw.interactive[raw.interactive.type].id });
    expect(readWebhook(body, 'somebody-else').messages).toEqual([]);
  });

  const system = all.filter(({ types }) => types[0]!.startsWith('message:system'));
  test.each([...system, ...of('user-id-update')])('$file is a change of identity or a notice, never a message', ({ types, body, phone_missing }) => {
    const reading = readWebhook(body, null);
    expect(reading.messages).toEqual([]);
    if (types[0]!.endsWith('customer_identity_changed')) return expect(skipped(reading)).toEqual({ notice: 1 });
    expect(reading.identityChanges).toHaveLength(1);
    const { previous, current } = reading.identityChanges[0]!;
    expect(previous.phone ?? previous.bsuid).not.toBeNull();
    expect(current).not.toEqual(previous);
    if (phone_missing) expect(previous.bsuid).not.toBeNull();
  });

  test.each(of('status'))('$file is a status, or a group’s', ({ types, body }) => {
    const reading = readWebhook(body, null);
    const raw = first(body).statuses[0];
    if (raw.recipient_type === 'group') return expect(skipped(reading)).toEqual({ group: 1 });
    const [, status, code] = types[0]!.split(':');
    expect(reading.statuses).toMatchObject([{ providerId: raw.id, status, errorCode: code === undefined ? null : Number(code), tag: raw.biz_opaque_callback_data ?? null, recipient: { phone: `+${raw.recipient_id}` }, billable: raw.pricing?.billable ?? null }]);
  });

  test.each(of('user-preferences'))('$file is a preference', ({ body }) => {
    const raw = first(body).user_preferences[0];
    expect(readWebhook(body, null).preferences).toMatchObject([{ person: { phone: `+${raw.wa_id}` }, value: raw.value, at: raw.timestamp * 1000 }]);
  });

  const REASONS: Record<string, string> = { echo: 'echo', 'group-event': 'group', call: 'unknown-field', 'account-or-template': 'unknown-field', 'value-error': 'unknown-field' };
  const isTemplateState = ({ file }: { file: string }) => file.includes('field-message-template-status-update');
  test.each(all.filter(isTemplateState))('$file is what became of a template', ({ body }) => {
    const raw = first(body);
    expect(readWebhook(body, null)).toMatchObject({ templates: [{ name: raw.message_template_name, language: raw.message_template_language, state: raw.event.toLowerCase() }], skipped: [] });
  });

  test.each(of(...Object.keys(REASONS)).filter((one) => !isTemplateState(one)))('$file leads to nothing, counted', ({ category, body }) => {
    const reading = readWebhook(body, null);
    expect(items(reading)).toEqual([]);
    expect(skipped(reading)).toEqual({ [REASONS[category]!]: 1 });
  });

  test('every fixture is read without a throw and leaves a trace', () => {
    for (const { body } of all) {
      const reading = readWebhook(body, null);
      expect(items(reading).length + reading.skipped.length).toBeGreaterThan(0);
    }
  });
});
