// Turns everything said in one pass into one bubble: its text, and the buttons or list of the last question.
import type { Bubble } from '../channels/whatsapp/messages.ts';
import { isLead, isPrompt, type Facts, type Say } from '../../machines/copy.ts';
import type { Context } from '../../machines/vocabulary.ts';
import { factsOf, type Surroundings } from './facts.ts';
import { entryOf, optionsOf } from './options.ts';

/** One `say` of the machine: the copy's key and the context at that moment. */
interface Said {
  key: string;
  context: Context;
}

/** The wording of a line for this learner. */
export function wordsOf(say: Say, facts: Facts): string {
  const line = typeof say === 'function' ? say(facts) : say;
  if (typeof line === 'string') return line;
  return (facts.persona === 'flirty' ? line.flirty : undefined) ?? line[facts.persona === 'strict' ? 'strict' : 'funny'];
}

/**
 * One bubble for all that was said, in order, a blank line between. What was said twice is said once. Of several
 * questions only the last one is still open, so the earlier ones are left out, buttons, leads and all; lines (comments
 * on an answer, the disclosure, a score) are never left out.
 * @returns null when there is nothing to say
 * @throws when a key has no copy: a defect of ours that tests find
 */
export function render(says: readonly Said[], surroundings: Surroundings): Bubble | null {
  const spoken = says.map(({ key, context }) => {
    const facts = factsOf(context, surroundings);
    const entry = entryOf(key, facts);
    if (entry === undefined) throw new Error(`No copy for ${key} in ${context.profile.nativeLanguage}`);
    return { key, facts, entry };
  });
  const lastPrompt = spoken.findLast(({ entry }) => isPrompt(entry));
  const texts: string[] = [];
  for (const [i, { entry, facts }] of spoken.entries()) {
    const leadsTo = isPrompt(entry) ? spoken[i] : isLead(entry) ? spoken.slice(i).find((later) => isPrompt(later.entry)) : lastPrompt;
    if (leadsTo !== lastPrompt) continue;
    const text = wordsOf(isPrompt(entry) ? entry.ask : isLead(entry) ? entry.lead : entry, facts).trim();
    if (text !== '' && !texts.includes(text)) texts.push(text);
  }
  if (texts.length === 0) return null;
  const text = texts.join('\n\n');
  if (lastPrompt === undefined) return { text };
  const { kind, open, options } = optionsOf(lastPrompt.key, lastPrompt.facts);
  if (kind === 'buttons') return { text, buttons: options.map(({ id, title }) => ({ id, title })) };
  if (kind === 'list') {
    return { text, list: { open, rows: options.map(({ id, title, description }) => ({ id, title, ...(description === undefined ? {} : { description }) })) } };
  }
  return { text };
}
