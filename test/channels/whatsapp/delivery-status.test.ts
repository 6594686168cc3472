// Statuses are read with tag, price and fault.
import { describe, expect, test } from 'vitest';
import { readStatus } from '../../../src/channels/whatsapp/delivery-status.ts';
import { readContacts } from '../../../src/channels/whatsapp/person.ts';
import { goodStatus } from './envelope.ts';

const nobody = readContacts([]);

describe('reading a status', () => {
  test('keeps tag, price, recipient and fault', () => {
    const raw = {
      ...goodStatus, status: 'failed', recipient_user_id: 'US.1', biz_opaque_callback_data: 'outbox-7',
      pricing: { billable: false, category: 'service', pricing_model: 'PMP' },
      errors: [{ code: 131047, title: 'Re-engagement message', message: 'm', error_data: { details: 'More than 24 hours' } }],
    };
    expect(readStatus(raw, nobody)).toEqual({
      providerId: 'wamid.out', status: 'failed', at: 1749416384000, tag: 'outbox-7', recipient: { phone: '+16505551234', bsuid: 'US.1' },
      errorCode: 131047, errorText: 'More than 24 hours', billable: false, category: 'service',
    });
  });

  test('leaves null what is not stated or not what it should be', () => {
    const raw = { ...goodStatus, recipient_id: 7.5, pricing: 'free', errors: [{ code: 'x' }], biz_opaque_callback_data: 3 };
    expect(readStatus(raw, nobody)).toMatchObject({ tag: null, recipient: { phone: null, bsuid: null }, errorCode: null, errorText: null, billable: null, category: null });
  });

  test('finds the phone number of a user id in the contacts', () => {
    const contacts = readContacts([{ wa_id: '16505551234', user_id: 'US.1' }]);
    expect(readStatus({ ...goodStatus, recipient_id: undefined, recipient_user_id: 'US.1' }, contacts)).toMatchObject({ recipient: { phone: '+16505551234', bsuid: 'US.1' } });
  });

  test.each([['constructor'], ['warning'], ['']])('%j is an unknown status', (status) => {
    expect(readStatus({ ...goodStatus, status }, nobody)).toBe('unknown-type');
  });

  test('a group’s status is a group’s', () => {
    expect(readStatus({ ...goodStatus, recipient_type: 'group' }, nobody)).toBe('group');
  });

  test.each([[{ id: '' }], [{ id: 'a b' }], [{ id: 'a\0' }], [{ id: 'x'.repeat(257) }], [{ timestamp: 'soon' }], [{ timestamp: -1 }], [{ status: null }]])('%j makes it broken', (own) => {
    expect(readStatus({ ...goodStatus, ...own }, nobody)).toBe('broken-item');
  });
});
