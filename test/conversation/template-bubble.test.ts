// A template goes out in its own language with every gap filled, or not at all.
import { expect, test } from 'vitest';
import { openingContext } from '../../machines/conversation.logic.ts';
import { templateLanguages, templates } from '../../machines/templates.ts';
import { toGraphMessage } from '../../src/channels/whatsapp/messages.ts';
import { templateBubble } from '../../src/conversation/template-bubble.ts';
import { gapsOf } from '../../src/learners/templates.ts';

const opening = openingContext({ nativeLanguage: 'es' });
const context = { ...opening, profile: { ...opening.profile, targetLanguage: 'en' as const }, reminder: { about: 'daily', variant: 'plain', time: '09:00' } };
const all = Object.entries(templates).flatMap(([name, { body }]) => Object.entries(body).map(([language, text]) => [name, language as keyof typeof body, text] as const));

test.each(all)('%s in %s keeps Meta\'s rules and is filled', (name, language, body) => {
  const bubble = templateBubble({ name, language: templateLanguages[language] }, context);
  expect(body).not.toMatch(/^\s*\{\{|\}\}\s*$/);
  expect(body.length).toBeLessThanOrEqual(1024);
  expect(bubble.template!.parameters).toHaveLength(gapsOf(body));
  expect(bubble.text).not.toMatch(/\{\{|undefined|null/);
  expect(bubble.text).toContain('STOP');
  const { body: sent } = toGraphMessage(bubble, { phone: '+34600000000', bsuid: null }, null);
  expect(sent).toMatchObject({ type: 'template', template: { name, language: { code: templateLanguages[language] } } });
});

test('a template of another language than the learner\'s is filled in its own', () => {
  expect(templateBubble({ name: 'lesson_reminder', language: 'en' }, context).text).toBe('Your reminder for 9:00: five minutes of English, as you asked. Reply to this message and we’ll start. Send STOP and I won’t write again.');
});

test('the hour is written as in the template\'s language', () => {
  expect(['es', 'pt_BR', 'en', 'fr'].map((language) => templateBubble({ name: 'lesson_reminder', language }, context).text.split(':')[0])).toEqual(['Tu recordatorio de las 9', 'Seu lembrete das 9h', 'Your reminder for 9', 'Ton rappel de 9h ']);
});

test.each([['nobody_knows', 'es'], ['lesson_reminder', 'de']])('%s in %s is refused', (name, language) => {
  expect(() => templateBubble({ name, language }, context)).toThrow('No template');
});
