// What Charla says in a lesson, in English.
import type { Facts, Line, SameKeys } from './copy.ts';
import type { lessonEs } from './lesson.copy.es.ts';
import { asksOwnWords, asksSentence, byTurns, clock, correctedAndWhy, correctedSentence, exerciseOptions, hasOtherTarget, hint, lastSaid, lostLesson, missedForms, place, rightForm, rightFormFirst, rightSentence, score, slipForm, theory } from './phrases.ts';
import { languagesEn } from './onboarding.copy.en.ts';

function slip(facts: Facts): string {
  const form = slipForm(facts);
  switch (facts.context.lesson?.last?.note) {
    case 'typo': return `I’ll take that as ${form}: right, the letters just got tangled.`;
    case 'accent': return `Right; mind the accent: ${form}.`;
    case 'capital': return `Right; with a capital: ${form}.`;
    case 'spacing': return `Right; only the space is different: ${form}.`;
    case 'article': return `Almost; the article goes like this: ${form}.`;
    case 'doubled_word': return `Right; one word slipped in twice: ${form}.`;
    case 'informal': return `That’s how people say it; in writing, ${form}.`;
    case 'short': return `Short, but it counts. A whole sentence, for example: ${rightSentence(facts)}`;
    case 'unsure': return `I follow you. I can’t check a free answer word by word, so it counts as right. I’d say: ${rightSentence(facts)}`;
    default: return `Right, with one detail: ${form}.`;
  }
}

/** Why an answer is wrong, where the answer itself shows it. */
const reasons: Readonly<Record<string, string>> = {
  negation: 'That says the opposite.',
  word_order: 'The words are right; only the order changes.',
  missing_word: 'Something is missing.',
  extra_word: 'There’s something extra in there.',
  unchanged: 'That’s the sentence as it was.',
  other_word: 'One letter makes it another word.',
  accent_word: 'Another accent makes it another word.',
  too_many_slips: 'Quite a few letters got tangled.',
};

function wrong(facts: Facts): Line {
  const note = facts.context.lesson?.last?.note ?? '';
  if (note === 'skipped') return `Here it is. ${correctedAndWhy(facts)}`;
  if (note === 'unsure') return `That may well be right, but it isn’t on my list, so it doesn’t count as a mistake. I’d say: ${correctedSentence(facts)} If yours works too, type *REPORT*.`;
  const told = correctedAndWhy(facts);
  if (asksOwnWords(facts.lastExercise)) return `I didn’t get that. For example: ${told}`;
  const reason = reasons[note];
  if (reason !== undefined) return `${reason} ${told}`;
  return {
    funny: byTurns(facts, [`That one was sneaky. ${told}`, `Not this time. ${told}`, told]),
    strict: told,
    flirty: byTurns(facts, [`You’re forgiven. ${told}`, told]),
  };
}

function right(facts: Facts): Line {
  const sentence = rightSentence(facts);
  const { was = '', now = '' } = facts.lastExercise?.mistake ?? {};
  switch (facts.lastExercise?.type) {
    case 'translation': return { funny: byTurns(facts, [`${sentence} That’s how you say it.`, `${sentence} No subtitle does it better.`]), strict: `${sentence} Correct.`, flirty: byTurns(facts, [`${sentence} It sounds better coming from you. 😏`, `${sentence} Just so.`]) };
    case 'error_identification': return was === '' ? `That’s what was missing: *${now}*.` : now === '' ? `That didn’t belong: ~${was}~.` : `That was it: *${now}*, not ~${was}~.`;
    case 'roleplay':
    case 'open_response': return { funny: `${sentence} Just what I’d say.`, strict: `${sentence} Correct.` };
    default: {
      const form = `*${rightForm(facts)}*`;
      const first = rightFormFirst(facts);
      return {
        funny: byTurns(facts, [`Good call on ${form}.`, `${first}, exactly.`, `That’s it: ${form}.`, `${first}: the dictionary agrees.`]),
        strict: byTurns(facts, [`${first}: correct.`, `Right: ${form}.`]),
        flirty: byTurns(facts, [`That ${form} looked lovely. 😏`, `${first}. It sounds better when you write it.`, `Just so, ${form}.`]),
      };
    }
  }
}

function clue(facts: Facts): string {
  const given = hint(facts);
  if (given === null) return '';
  if (given.kind === 'letters') {
    const { first, letters } = given;
    return `A hint: it starts with *${first}* and has ${letters === 1 ? 'one letter' : `${letters} letters`}.`;
  }
  const { kind, text } = given;
  switch (kind) {
    case 'begins': return `You can start like this: *${text}…*`;
    case 'not': return `It’s certainly not *${text}*.`;
    case 'reason': return `Think of this: ${text}`;
    case 'initials': return `Here are the first letters: ${text}`;
    case 'near': return `Look around here: *${text}*.`;
    case 'word': return `The mistake is in *${text}*.`;
    case 'missing': return `A word is missing next to *${text}*.`;
  }
}

function next(facts: Facts): string {
  const { fresh, reviews } = facts.context.lesson?.ahead ?? { fresh: 0, reviews: 0 };
  if (fresh > 0) return facts.topic === '' ? 'Next up: more of this topic.' : `Next up: more of *${facts.topic}*.`;
  if (reviews > 0) return reviews === 1 ? 'One review is waiting for you.' : `${reviews} reviews are waiting for you.`;
  return 'Next up: going over this just before you’d forget it.';
}

export const lessonEn: SameKeys<typeof lessonEs> = {
  'lesson.offer': { ask: 'Your first lesson takes five minutes. Shall we?', buttons: { lesson: { title: 'Let’s go', also: ['yes', 'ok', 'okay', 'sure', 'start', 'go', 'lets go'] }, later: { title: 'Later', also: ['no', 'not now'] } } },
  'lesson.failed': 'I’m taking too long to get the lesson ready and don’t want to keep you waiting. Nothing is lost: try again in a moment.',
  'lesson.gone': { lead: (facts) => (lostLesson(facts) ? 'That exercise is no longer there, so we’re starting another lesson.' : '') },
  'lesson.nothing': {
    ask: ({ context: { profile } }) => `I don’t have ${languagesEn[profile.targetLanguage ?? 'es']} lessons explained in English for level ${profile.level ?? 'A1'} yet. Shall we try something else?`,
    buttons: (facts) => ({ level: 'Another level', ...(hasOtherTarget(facts) ? { target: 'Another language' } : {}), later: 'Later' }),
  },
  'lesson.theory': theory,
  'lesson.exercise': {
    ask: (facts) => {
      const { at, of } = place(facts);
      const { exercise } = facts;
      if (exercise === null) return 'That exercise is no longer there. Write me anything and we’ll start another lesson.';
      if (asksSentence(exercise)) return `(${at} of ${of}) ${exercise.introduction}\n${exercise.stem}`;
      return `(${at} of ${of}) ${exercise.shownAs === 'typed' ? 'Fill in' : 'Choose'}: ${exercise.stem}`;
    },
    buttons: (facts) => (facts.exercise?.shownAs === 'buttons' ? exerciseOptions(facts) : {}),
    list: { open: 'See the options', rows: (facts) => (facts.exercise?.shownAs === 'list' ? exerciseOptions(facts) : {}) },
  },
  'lesson.hint': { lead: (facts) => `${clue(facts)} Or type *SKIP* for the next one.`.trim() },
  'lesson.feedback': (facts) => {
    switch (facts.context.lesson?.last?.verdict) {
      case 'correct': return right(facts);
      case 'almost': return slip(facts);
      default: return wrong(facts);
    }
  },
  'lesson.summary': (facts) => {
    const { right: count, of } = score(facts);
    if (of <= 0) return 'End of lesson. You skipped them all this time, and that’s fine: they’ll be back another day.';
    const again = missedForms(facts);
    const { skipped = [], unsettled = 0 } = facts.context.lesson ?? {};
    const sum = (comment: string): string => `End of lesson: ${count} of ${of}. ${comment}`.trim() + `\n${next(facts)}`;
    if (again !== '') return sum(`Worth another look: ${again}.`);
    if (skipped.length > 0 || unsettled > 0) return sum(skipped.length > 0 ? 'The ones you skipped come back tomorrow.' : '');
    return { funny: sum('Not one got away. 🎯'), strict: sum('No mistakes.') };
  },
  'lesson.done': {
    ask: { funny: 'One more, or shall we leave it there for today?', strict: 'Another one?', flirty: 'One more with me, or more tomorrow?' },
    buttons: { lesson: { title: 'Another lesson', also: ['another', 'more', 'one more', 'yes', 'ok', 'sure'] }, scene: 'Conversation', later: { title: 'See you tomorrow', also: ['no', 'tomorrow', 'bye', 'later', 'thanks'] } },
  },
  'lesson.hour': {
    ask: ({ context: { profile: { dailyTime } } }) => (dailyTime === null ? 'Shall I remind you around this time each day? Not if you’ve practised already.' : `Your reminder is at ${clock(dailyTime)}. Shall I move it to around now?`),
    buttons: { lesson: { title: 'Another lesson', also: ['another', 'more', 'one more'] }, same: { title: 'Around now', also: ['yes', 'ok', 'sure', 'now', 'this time', 'same time', 'same time as today'] }, later: { title: 'See you tomorrow', also: ['no', 'tomorrow', 'bye', 'later', 'thanks'] } },
  },
  'lesson.hour.noted': 'Done: I’ll remind you each day at the time of your last lesson, unless you’ve practised.',
  report: { lead: (facts) => {
    const last = facts.context.lesson?.last;
    const said = lastSaid(facts);
    if (!last || last.note === 'skipped') return 'There’s no answer to look at yet. Answer first and, if you don’t agree with me, type *REPORT*.';
    if (last.verdict === 'correct') return 'That answer already counts as right.';
    return last.reported ? 'That one is already down for somebody to look at.' : `Thanks: I’ve put “${said}” down for somebody to look at. If it was right, I’ll accept it.`;
  } },
};
