// What Meta makes of a template is read by its name, language and time; an event that is none of ours changes nothing.
import { expect, test } from 'vitest';
import { readTemplateChange } from '../../../src/channels/whatsapp/template-change.ts';
import { readWebhook } from '../../../src/channels/whatsapp/inbound.ts';

const raw = { event: 'PAUSED', message_template_id: 594425479261596, message_template_name: 'lesson_reminder', message_template_language: 'pt_BR', reason: null };

test.each([
  ['APPROVED', 'approved'], ['REINSTATED', 'approved'], ['PENDING', 'pending'], ['IN_APPEAL', 'pending'], ['PAUSED', 'paused'],
  ['DISABLED', 'disabled'], ['PENDING_DELETION', 'disabled'], ['DELETED', 'disabled'], ['REJECTED', 'rejected'],
])('%s is %s', (event, state) => {
  expect(readTemplateChange({ ...raw, event }, 1_731_705_721)).toEqual({ name: 'lesson_reminder', language: 'pt_BR', state, at: 1_731_705_721_000 });
});

test('a flagged template goes on, and what cannot be read is no change', () => {
  expect(readTemplateChange({ ...raw, event: 'FLAGGED' }, 1)).toBe('unknown-type');
  expect(readTemplateChange({ ...raw, event: 'constructor' }, 1)).toBe('unknown-type');
  for (const own of [{ event: null }, { message_template_name: '' }, { message_template_language: 7 }]) expect(readTemplateChange({ ...raw, ...own }, 1)).toBe('broken-item');
  expect(readTemplateChange(raw, 'soon')).toMatchObject({ at: null });
});

test('it is found in a webhook, whichever number the webhook is for', () => {
  const body = { object: 'whatsapp_business_account', entry: [{ id: '1', time: 1_731_705_721, changes: [{ field: 'message_template_status_update', value: raw }] }] };
  expect(readWebhook(body, '123').templates).toEqual([{ name: 'lesson_reminder', language: 'pt_BR', state: 'paused', at: 1_731_705_721_000 }]);
});
