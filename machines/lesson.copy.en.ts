// What Charla says in a lesson, in English.
import type { Facts, SameKeys } from './copy.ts';
import type { lessonEs } from './lesson.copy.es.ts';
import { byTurns, exerciseOptions, hasOtherTarget, missedForms, place, rightForm, rightFormAndWhy, rightFormFirst, score, theory } from './phrases.ts';
import { languagesEn } from './onboarding.copy.en.ts';

function slip(facts: Facts): string {
  const form = `*${rightForm(facts)}*`;
  switch (facts.context.lesson?.last?.note) {
    case 'typo': return `I’ll take that as ${form}: right, the letters just got tangled.`;
    case 'accent': return `Right; mind the accent: ${form}.`;
    case 'capital': return `Right; with a capital: ${form}.`;
    case 'spacing': return `Right; only the space is different: ${form}.`;
    case 'article': return `Nearly all right; the article goes like this: ${form}.`;
    case 'doubled_word': return `Right; one word slipped in twice: ${form}.`;
    case 'informal': return `That’s how people say it; in writing, ${form}.`;
    default: return `Right, with one detail: ${form}.`;
  }
}

export const lessonEn: SameKeys<typeof lessonEs> = {
  'lesson.offer': { ask: 'Your first lesson takes five minutes. Shall we?', buttons: { lesson: { title: 'Let’s go', also: ['yes', 'ok', 'okay', 'sure', 'start', 'go', 'lets go'] }, later: { title: 'Later', also: ['no', 'not now'] } } },
  'lesson.failed': 'I’m taking too long to get the lesson ready and don’t want to keep you waiting. Nothing is lost: try again in a moment.',
  'lesson.gone': 'That exercise is no longer there, so we’re starting another lesson.',
  'lesson.nothing': {
    ask: ({ context: { profile } }) => `I don’t have ${languagesEn[profile.targetLanguage ?? 'es']} lessons explained in English for level ${profile.level ?? 'A1'} yet. Shall we try something else?`,
    buttons: (facts) => ({ level: 'Another level', ...(hasOtherTarget(facts) ? { target: 'Another language' } : {}), later: 'Later' }),
  },
  'lesson.theory': theory,
  'lesson.exercise': {
    ask: (facts) => {
      const { at, of } = place(facts);
      return `(${at} of ${of}) ${facts.exercise?.shownAs === 'typed' ? 'Fill in' : 'Choose'}: ${facts.exercise?.stem ?? ''}`;
    },
    buttons: (facts) => (facts.exercise?.shownAs === 'buttons' ? exerciseOptions(facts) : {}),
    list: { open: 'See the options', rows: (facts) => (facts.exercise?.shownAs === 'list' ? exerciseOptions(facts) : {}) },
  },
  'lesson.feedback': (facts) => {
    const form = `*${rightForm(facts)}*`;
    const first = rightFormFirst(facts);
    switch (facts.context.lesson?.last?.verdict) {
      case 'correct': return {
        funny: byTurns(facts, [`Good call on ${form}.`, `${first}, exactly.`, `That’s it: ${form}.`, `${first}: the dictionary agrees.`]),
        strict: byTurns(facts, [`${first}: correct.`, `Right: ${form}.`]),
        flirty: byTurns(facts, [`That ${form} looked lovely. 😏`, `${first}. It sounds better when you write it.`, `Just so, ${form}.`]),
      };
      case 'almost': return slip(facts);
      default: if (facts.context.lesson?.last?.note === 'skipped') return `Here it is. ${rightFormAndWhy(facts)}`;
        return {
          funny: byTurns(facts, [`That one was sneaky. ${rightFormAndWhy(facts)}`, `So close. ${rightFormAndWhy(facts)}`, rightFormAndWhy(facts)]),
          strict: rightFormAndWhy(facts),
          flirty: byTurns(facts, [`You’re forgiven. ${rightFormAndWhy(facts)}`, rightFormAndWhy(facts)]),
        };
    }
  },
  'lesson.summary': (facts) => {
    const { right, of } = score(facts);
    const again = missedForms(facts);
    if (again === '') return { funny: `End of lesson: ${right} of ${of}. Not one got away. 🎯`, strict: `End of lesson: ${right} of ${of}. No mistakes.` };
    return `End of lesson: ${right} of ${of}. Worth another look: ${again}.`;
  },
  'lesson.done': {
    ask: { funny: 'One more, or shall we leave it there for today?', strict: 'Another one?', flirty: 'One more with me, or more tomorrow?' },
    buttons: { lesson: { title: 'Another lesson', also: ['another', 'more', 'one more', 'yes', 'ok', 'sure'] }, menu: 'Menu', later: { title: 'See you tomorrow', also: ['no', 'tomorrow', 'bye', 'later', 'thanks'] } },
  },
};
