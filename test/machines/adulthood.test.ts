// The flirty voice is for adults who chose it: by age, country and voice; what it says keeps to language.
import { describe, expect, it } from 'vitest';
import { ageOfMajority, mayFlirt } from '../../machines/adulthood.ts';
import { openingContext } from '../../machines/conversation.logic.ts';
import { copy, isLead, isPrompt, type Entry, type Facts, type Line } from '../../machines/copy.ts';
import { newLesson } from '../../machines/lesson.logic.ts';
import { onboardingGuards } from '../../machines/onboarding.logic.ts';
import { interfaceLanguages, personas, type Context, type LessonInHand, type Persona } from '../../machines/vocabulary.ts';
import { factsOf } from '../../src/conversation/facts.ts';
import { optionsOf } from '../../src/conversation/options.ts';
import { wordsOf } from '../../src/conversation/render.ts';
import { COUNTRY_ZONES } from '../../src/learners/country-zones.ts';
import { exerciseById, pickLesson } from '../scenarios/exercises.ts';

const at = Date.parse('2026-11-24T18:05:00Z');
const thisYear = 2026;
const countries = [null, 'ZZ', ...Object.keys(COUNTRY_ZONES)];
// Born this many calendar years ago: at 18 the birthday may be still to come.
const ages = [null, 5, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 30, 65, 120];

function contextOf(age: number | null, country: string | null, persona: Persona, minor = false): Context {
  const context = openingContext({ name: 'Ana', nativeLanguage: 'es' });
  return { ...context, onboarded: true, profile: { ...context.profile, country, persona, minor, birthYear: age === null ? null : thisYear - age, targetLanguage: 'en', level: 'A1' } };
}
const factsFor = (context: Context): Facts => factsOf(context, { exerciseById, humanContact: '', now: at });

const lineOf = (entry: Entry, facts: Facts): Line => {
  const say = isPrompt(entry) ? entry.ask : isLead(entry) ? entry.lead : entry;
  return typeof say === 'function' ? say(facts) : say;
};
const { topic, exercises } = pickLesson('es', 'en');
function lessons(): (LessonInHand | null)[] {
  const at8 = (index: number, verdict: 'correct' | 'wrong' | 'almost'): LessonInHand => ({ ...newLesson({ topic, exercises, introduces: exercises }, at), index, correct: 2, almost: 1, missed: exercises.slice(0, 2), last: { text: 'is', verdict, note: null, best: 'is', exercise: exercises[0]!, tookMs: 1, hints: 0 } });
  return [null, ...[0, 1, 2, 3, 4, 5].flatMap((index) => (['correct', 'wrong', 'almost'] as const).map((verdict) => at8(index, verdict)))];
}

describe('ages × voice × country', () => {
  it('under 18, of unknown age or from an unknown country nobody hears the flirty voice, is offered it or can choose it', () => {
    let rows = 0;
    for (const age of ages) for (const country of countries) for (const persona of personas) for (const minor of [false, true]) {
      rows += 1;
      const context = contextOf(age, country, persona, minor);
      const unsure = minor || age === null || age <= 18 || country === null || age <= ageOfMajority(country);
      const heard = factsFor(context).persona === 'flirty';
      const offered = optionsOf('onboarding.persona', factsFor(context)).options.some(({ option }) => option === 'flirty');
      const taken = onboardingGuards.isPersona(context, { type: 'chose', option: 'flirty', at }, {});
      if (unsure) expect([age, country, persona, minor, heard, offered, taken]).toEqual([age, country, persona, minor, false, false, false]);
      else expect([age, country, persona, offered, taken, heard]).toEqual([age, country, persona, true, true, persona === 'flirty']);
    }
    expect(rows).toBe(ages.length * countries.length * 6);
  });

  it('not one word of it is said to who may not hear it, whatever the session says', () => {
    const flirty = new Set<string>();
    const said = (context: Context, collect = false) => interfaceLanguages.flatMap((nativeLanguage) => lessons().flatMap((lesson) => {
      const facts = factsFor({ ...context, lesson, profile: { ...context.profile, nativeLanguage } });
      return Object.values(copy[nativeLanguage]).map((entry) => {
        const line = lineOf(entry, facts);
        if (collect && typeof line !== 'string' && line.flirty !== undefined) flirty.add(line.flirty);
        return wordsOf(isPrompt(entry) ? entry.ask : isLead(entry) ? entry.lead : entry, facts);
      });
    }));
    said(contextOf(30, 'ES', 'flirty'), true);
    // What another voice says as well is not flirty.
    for (const persona of ['funny', 'strict'] as const) for (const text of said(contextOf(30, 'ES', persona))) flirty.delete(text);
    expect(flirty.size).toBeGreaterThan(10);
    expect(said(contextOf(30, 'ES', 'flirty')).some((text) => flirty.has(text))).toBe(true);
    for (const context of [contextOf(17, 'ES', 'flirty'), contextOf(18, 'ES', 'flirty'), contextOf(null, 'ES', 'flirty'), contextOf(30, null, 'flirty'), contextOf(20, 'US', 'flirty'), contextOf(30, 'ES', 'flirty', true)]) {
      expect(said(context).filter((text) => flirty.has(text))).toEqual([]);
    }
  });

  it('the age of majority is 18 or more everywhere, and 21 where we are not sure', () => {
    expect([...new Set(countries.filter((country) => country !== null).map(ageOfMajority))].toSorted()).toEqual([18, 21]);
    expect(mayFlirt({ birthYear: 2005, country: 'ZZ', minor: false }, at)).toBe(false);
    expect(mayFlirt({ birthYear: 2004, country: 'ZZ', minor: false }, at)).toBe(true);
  });
});

// What the flirty voice never speaks of. Word beginnings, folded, in all four languages.
const banned: Readonly<Record<string, RegExp>> = {
  body: /\b(?:cuerpo|corpo|body|corps|ojos|olhos|eyes|yeux|labios|labios|lips|levres|boca|mouth|bouche|piernas|legs|guap|bonit[oa]s? eres|hermos|gorgeous|handsome|sexy|linda\b|belle\b|beau\b|hot\b|curv|sonrisa tuya|tu sonrisa|your smile|ton sourire|seu sorriso|pelo\b|cabello|hair)/u,
  sex: /\b(?:sex|desnud|nude|naked|cama\b|bed\b|lit\b|beso|besar|beijo|kiss|baiser|embrass|toca(?:rte|me)|touch|caric|undress|excit)/u,
  exclusivity: /\b(?:solo tu y yo|so nos dois|only you|just us|juste nous|rien que nous|solo para mi|only mine|mi amor|unic[oa] para mi|nadie mas|nobody else|personne d autre|ninguem mais|siempre juntos|te quiero|te amo|i love you|je t aime|amo voce)/u,
  jealousy: /\b(?:celos|ciume|jealous|jaloux|jalouse|con quien estabas|who were you with|com quem voce)/u,
  guilt: /\b(?:me abandon|te he echado de menos|te extran|senti sua falta|saudade|missed you|miss you|tu m as manque|tu me manques|me dejaste|you left me|triste sin|sad without|lonely|sola sin)/u,
  pressure: /\b(?:paga\b|pagar|suscrib|assine|subscribe|abonne|upgrade|premium|pro\b|no te vayas|nao va embora|don t go|don t leave|ne pars pas|vuelve pronto|come back|reviens|volta logo|quedate|stay with me|reste avec)/u,
  petNames: /\b(?:carino|cielo|corazon|bebe|baby|babe|amor\b|mi vida|nena|nene|guap|honey|sweetheart|darling|sweetie|cherie?|mon coeur|ma belle|bebe|gat[oa]\b|querid[oa]|princes|tesoro)/u,
};
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

describe('the flirty voice', () => {
  const lines = new Set<string>();
  for (const nativeLanguage of interfaceLanguages) {
    for (const lesson of lessons()) {
      const context = contextOf(30, 'ES', 'flirty');
      const facts = factsFor({ ...context, lesson, profile: { ...context.profile, nativeLanguage } });
      for (const entry of Object.values(copy[nativeLanguage])) {
        const line = lineOf(entry, facts);
        if (typeof line !== 'string' && line.flirty !== undefined) lines.add(line.flirty);
      }
    }
  }

  it('has lines in every language', () => {
    expect(lines.size).toBeGreaterThanOrEqual(20);
  });

  it.each(Object.entries(banned))('never speaks of %s', (_what, pattern) => {
    expect([...lines].filter((line) => pattern.test(plain(line)))).toEqual([]);
  });

  it.each([['body', 'Qué ojos tienes'], ['sex', 'Dame un beso'], ['exclusivity', 'Solo tú y yo'], ['jealousy', 'Me das celos'], ['guilt', 'Te he echado de menos'], ['pressure', 'No te vayas todavía'], ['petNames', 'Bien, cariño']])('the watch over %s would see “%s”', (what, line) => {
    expect(banned[what]!.test(plain(line))).toBe(true);
  });
});
