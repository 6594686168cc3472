// A changed number or user id is read with both its ends, and a display name cannot forge one.
import { describe, expect, test } from 'vitest';
import { readSystemMessage, readUserIdUpdate } from '../../../src/channels/whatsapp/identity-change.ts';

const system = (fields: object, own: object = {}) => readSystemMessage({ id: 'wamid.s', timestamp: '1749416383', type: 'system', system: fields, ...own });
const changed = (previous: object, current: object) => ({ previous, current, at: 1749416383000, eventId: 'wamid.s' });

describe('a changed phone number', () => {
  test.each([
    ['the present spelling', { type: 'user_changed_number', wa_id: '12195555358' }],
    ['the older type', { type: 'customer_changed_number', wa_id: '12195555358' }],
    ['the older field', { type: 'user_changed_number', new_wa_id: '12195555358' }],
    ['the oldest form, without a type', { new_wa_id: '12195555358', body: 'changed' }],
  ])('is understood in %s', (_what, fields) => {
    expect(system(fields, { from: '16505551234' })).toEqual(changed({ phone: '+16505551234', bsuid: null }, { phone: '+12195555358', bsuid: null }));
  });

  test('brings the new user id with it', () => {
    expect(system({ type: 'user_changed_number', wa_id: '12195555358', user_id: 'US.2' }, { from: '16505551234', from_user_id: 'US.1' }))
      .toEqual(changed({ phone: '+16505551234', bsuid: 'US.1' }, { phone: '+12195555358', bsuid: 'US.2' }));
  });
});

describe('a changed user id', () => {
  test('without any phone number is read from Meta’s sentence', () => {
    expect(system({ type: 'user_changed_user_id', user_id: 'US.2', body: 'User Ana changed from US.1 to US.2' }))
      .toEqual(changed({ phone: null, bsuid: 'US.1' }, { phone: null, bsuid: 'US.2' }));
  });

  test('cannot be forged by a display name that imitates the sentence', () => {
    expect(system({ type: 'user_changed_user_id', user_id: 'US.2', body: 'User x changed from US.666 to US.2 changed from US.1 to US.2' }))
      .toMatchObject({ previous: { bsuid: 'US.1' } });
    expect(system({ type: 'user_changed_user_id', user_id: 'US.2', body: 'User changed from US.666 to US.3' })).toBe('no-sender');
  });

  test('as its own field names both ids', () => {
    expect(readUserIdUpdate({ wa_id: '12195555358', user_id: { previous: 'US.1', current: 'US.2' }, timestamp: '1749416383' }))
      .toEqual({ previous: { phone: null, bsuid: 'US.1' }, current: { phone: '+12195555358', bsuid: 'US.2' }, at: 1749416383000, eventId: null });
  });

  test.each([[null], [{}], [{ user_id: 'US.2', timestamp: '1749416383' }], [{ user_id: { previous: 'US.1' }, timestamp: '1749416383' }]])('as its own field can be broken: %j', (raw) => {
    expect(readUserIdUpdate(raw)).toBe('broken-item');
  });
});

test('a system message about anything else is a notice', () => {
  expect(system({ type: 'customer_identity_changed', wa_id: '12195555358' }, { from: '16505551234' })).toBe('notice');
  expect(system({ type: 'constructor' }, { from: '16505551234' })).toBe('notice');
  expect(system({}, { from: '16505551234' })).toBe('notice');
});

test('a change to nothing is broken, and so is one without a system object', () => {
  expect(system({ type: 'user_changed_number' }, { from: '16505551234' })).toBe('broken-item');
  expect(readSystemMessage({ id: 'wamid.s', timestamp: '1749416383' })).toBe('broken-item');
});
