// Builds the webhook bodies that the tests of this folder send through readWebhook.

export const NUMBER = '106540352242922';

export const goodMessage = { from: '16505551234', id: 'wamid.good', timestamp: '1749416383', type: 'text', text: { body: 'hola' } };

export const goodStatus = { id: 'wamid.out', status: 'delivered', timestamp: '1749416384', recipient_id: '16505551234' };

/** One change of a field, for our own number unless the value says otherwise. */
export function change(value: unknown, field: unknown = 'messages'): unknown {
  const metadata = { display_phone_number: '15550783881', phone_number_id: NUMBER };
  return { field, value: typeof value === 'object' && value !== null && !Array.isArray(value) ? { messaging_product: 'whatsapp', metadata, ...value } : value };
}

export function envelope(...changes: unknown[]): { object: string; entry: unknown[] } {
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes }] };
}

/** A body with one change of `messages[]`, each the good message with its own fields over it. */
export function messages(...fields: object[]): unknown {
  return envelope(change({ contacts: [{ profile: { name: 'Ana' }, wa_id: '16505551234' }], messages: fields.map((own) => ({ ...goodMessage, ...own })) }));
}
