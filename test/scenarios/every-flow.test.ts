// Every flow has its golden chats in every language: each place where a learner may rest, each line that may be said, each reason for not understanding.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { conversationFlow } from '../../machines/conversation.ts';
import { offered } from '../../machines/offered.ts';
import { interfaceLanguages, unclearReasons, type Flow, type InterfaceLanguage } from '../../machines/vocabulary.ts';
import { keysOf } from '../machines/lint.ts';
import { play } from './play.ts';

/** Who learns the only language on offer is not asked which. */
const asksTarget = ['onboarding.target', 'settings.target'];
const isAsked = (what: string, language: InterfaceLanguage): boolean => offered[language].length > 1 || !asksTarget.includes(what);

/** The places of a flow where a session rests: its innermost states, without those that are passed through. */
function restsOf(flow: Flow, at: string): string[] {
  if (flow.states) return Object.entries(flow.states).flatMap(([name, state]) => restsOf(state, `${at}.${name}`));
  return flow.type === 'history' || (flow.always !== undefined && flow.meta === undefined) ? [] : [at];
}

/** What a flow may say; not being understood is told by its reasons, which belong to all flows alike. */
const saysOf = (flow: Flow): string[] => keysOf(flow).filter((key) => key !== 'unclear');

const flows = Object.entries(conversationFlow.states!).map(([name, flow]) => ({ name, rests: restsOf(flow, name), says: saysOf(flow) }));
const said = new Set(flows.flatMap(({ says }) => says));
// What works from everywhere, and what the engine says by itself.
const everywhere = { name: 'from everywhere', rests: [], says: [...saysOf(conversationFlow).filter((key) => !said.has(key)), ...unclearReasons.map((reason) => `unclear:${reason}`), 'sorry', 'enough'] };
const table = interfaceLanguages.flatMap((language) => [...flows, everywhere].map((flow) => ({ language, ...flow })));

const met = new Map<InterfaceLanguage, Set<string>>(interfaceLanguages.map((language) => [language, new Set()]));
beforeAll(() => {
  for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.chat'))) {
    play(readFileSync(path.join(import.meta.dirname, name), 'utf8'), ({ language, state, keys }) => {
      met.get(language)!.add(`= ${state}`);
      for (const key of keys) met.get(language)!.add(key);
    });
  }
});

describe('golden chats come by', () => {
  it.each(table)('$name in $language', ({ language, rests, says }) => {
    const wanted = [...rests.filter((rest) => isAsked(rest, language)).map((rest) => `= ${rest}`), ...says.filter((key) => isAsked(key, language))];
    expect(wanted.filter((what) => !met.get(language)!.has(what))).toEqual([]);
  });
});
