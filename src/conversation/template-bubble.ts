// Fills an approved template for one learner: what alone WhatsApp lets through when they have not written for a day.
import type { Bubble } from '../channels/whatsapp/messages.ts';
import { gapsOf } from '../learners/templates.ts';
import { templateLanguages, templates } from '../../machines/templates.ts';
import { interfaceLanguages, type Context } from '../../machines/vocabulary.ts';

/**
 * The bubble of a template; its `text` is what the log keeps.
 * @throws when the template is unknown here or its gaps cannot be filled: Meta would refuse it, and the letter is kept
 */
export function templateBubble({ name, language }: { name: string; language: string }, context: Context): Bubble {
  const template = templates[name];
  const spoken = interfaceLanguages.find((one) => templateLanguages[one] === language);
  if (!template || !spoken) throw new Error(`No template ${name} in ${language}`);
  const body = template.body[spoken];
  const parameters = template.fill({ ...context, profile: { ...context.profile, nativeLanguage: spoken } }).map((one) => one.replace(/\s+/gu, ' ').trim());
  const gaps = gapsOf(body);
  if (parameters.length !== gaps || parameters.includes('')) throw new Error(`Template ${name} has ${gaps} gaps and ${parameters.filter(Boolean).length} words to fill them`);
  return { text: body.replace(/\{\{(\d+)\}\}/gu, (_gap, n: string) => parameters[Number(n) - 1] ?? ''), template: { name, language, parameters } };
}
