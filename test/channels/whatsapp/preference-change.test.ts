// A wish for or against marketing is read for the person who has it, and an unknown one is not guessed at.
import { expect, test } from 'vitest';
import { readPreference } from '../../../src/channels/whatsapp/preference-change.ts';

const raw = { wa_id: '16505551234', category: 'marketing_messages', value: 'stop', timestamp: 1731705721 };

test.each(['stop', 'resume', 'signup'])('%s is read with the person and the time', (value) => {
  expect(readPreference({ ...raw, value })).toEqual({ person: { phone: '+16505551234', bsuid: null }, category: 'marketing', value, at: 1731705721000 });
});

test('a person without a phone number is known by user id', () => {
  expect(readPreference({ ...raw, wa_id: undefined, user_id: 'US.1' })).toMatchObject({ person: { phone: null, bsuid: 'US.1' } });
});

test('a preference of nobody is nobody’s, and an unknown wish is not guessed at', () => {
  expect(readPreference({ ...raw, wa_id: '' })).toBe('no-sender');
  for (const own of [{ value: 'maybe' }, { category: 'weather' }, { timestamp: null }]) expect(readPreference({ ...raw, ...own })).toBe('broken-item');
  expect(readPreference(null)).toBe('broken-item');
});
