// What a simulated learner does next, looking at what is on the phone: answers, taps, strays, or puts it away.
import type { Context, Level } from '../../machines/vocabulary.ts';
import { answerTo } from './answer.ts';
import type { Bubble } from './graph.ts';
import type { Memory } from './memory.ts';
import type { Person } from './person.ts';
import { openBeat, playLine } from './scene.ts';
import { middleOf, type Question } from './questions.ts';
import { hello, hint, lost, skip, streakWord, tap, text, thanks, voiceNote, wantsLesson, type Written } from './writing.ts';

/** What is known of a learner's conversation: where it is, and what was shown last. */
export interface View {
  flow: string;
  step: string;
  context: Context | null;
  bubble: Bubble | null;
  /** The exercise that is open. */
  question: Question | null;
}

export interface Sitting {
  /** Lessons they still mean to do. */
  lessons: number;
  /** Messages written in this sitting. */
  written: number;
}

/** What they write now, or null when they put the phone away. `chance`: how likely an answer was to be right. @param at ms since the epoch */
export function next(person: Person, memory: Memory, view: View, sitting: Sitting, at: number): { written: Written; chance?: number } | null {
  const { chance, habits } = person;
  const language = view.context?.profile.nativeLanguage ?? 'es';
  const { bubble, question } = view;
  if (sitting.written === 0) return { written: opening(person, view) };
  if (bubble === null) return null;
  if (question !== null) {
    if (chance.is(habits.leaves)) return null;
    if (chance.is(habits.strays)) return { written: stray(person, language) };
    const answer = answerTo(question, bubble, person, memory, at);
    if (view.flow !== 'placement') return answer;
    // A test tells nothing back, so it is no answer to learn from. Who does not know says so, as they were told to.
    const { answer: given, ...written } = answer.written;
    return { written: given?.sort === 'wrong' && chance.is(0.7) ? (optionOf(bubble, 'skip') ? tap(optionOf(bubble, 'skip')!, bubble, 'steer') : text(chance.pick(lost[language]), 'steer')) : { ...written, kind: 'steer' } };
  }
  if (`${view.flow}.${view.step}` === 'roleplay.line' && openBeat(view.context)) {
    const line = playLine(person, view.context!);
    return line && { written: line };
  }
  const written = respond(person, view, sitting);
  return written && { written };
}

function opening(person: Person, { bubble, context }: View): Written {
  const { chance, habits } = person;
  const language = context?.profile.nativeLanguage ?? 'es';
  if (chance.is(habits.stops)) return text('STOP', 'steer');
  if (context?.onboarded === true && chance.is(0.05)) return text(chance.pick(streakWord[language]), 'steer');
  const again = bubble && (optionOf(bubble, 'go') ?? optionOf(bubble, 'lesson'));
  if (bubble && again && chance.is(habits.taps * 0.7)) return tap(again, bubble, 'steer');
  return text(chance.pick(context === null ? hello[language] : wantsLesson[language]), 'steer');
}

function stray(person: Person, language: 'es' | 'pt' | 'en' | 'fr'): Written {
  const { chance } = person;
  const what = chance.next();
  if (what < 0.15) return voiceNote(chance.whole(1, 9999));
  if (what < 0.25) return text(chance.pick(['😅', '🤔', '👍', '???']), 'stray');
  if (what < 0.3) return text('x'.repeat(4096), 'stray');
  const words = what < 0.5 ? hint : what < 0.7 ? lost : what < 0.85 ? thanks : skip;
  return text(chance.pick(words[language]), 'stray');
}

const promptOf = (bubble: Bubble): string => bubble.options[0]?.id.split(':')[0] ?? '';
const optionOf = (bubble: Bubble, option: string) => bubble.options.find(({ id }) => id.slice(id.indexOf(':') + 1) === option);
/** What anybody would tap who only wants to go on. */
const onward = ['lesson', 'go', 'continue', 'start', 'begin', 'go', 'yes', 'keep', 'same', 'ok', 'back'];

/** The answer to a question that is no exercise, or null when they have done enough. */
function respond(person: Person, view: View, sitting: Sitting): Written | null {
  const bubble = view.bubble!;
  const { chance, habits } = person;
  const language = view.context?.profile.nativeLanguage ?? 'es';
  const choose = (...options: (string | null)[]): Written => {
    const found = options.flatMap((option) => (option === null ? [] : (optionOf(bubble, option) ?? [])))[0] ?? bubble.options[0];
    if (!found) return text(chance.pick(hello[language]), 'steer');
    // Some write what the button says.
    return chance.is(habits.taps) || bubble.listed ? tap(found, bubble, 'steer') : text(found.title, 'steer');
  };
  const step = `${view.flow}.${view.step}`;
  if (step === 'onboarding.birthYear') return text(String(person.birthYear), 'steer');
  if (step === 'onboarding.name') return chance.is(0.5) ? text(person.name, 'steer') : choose('same');
  switch (promptOf(bubble)) {
    case 'onboarding.welcome': return choose(chance.is(0.1) ? 'more' : 'start');
    case 'onboarding.target': return chooseAny(person, bubble);
    case 'onboarding.goal': return choose(person.goal);
    case 'onboarding.level': return choose(ownLevel(person));
    case 'onboarding.persona': return choose(person.persona, 'funny');
    case 'onboarding.zone': return choose(person.zone, 'other');
    case 'onboarding.time': return hour(person, bubble) ?? text(habits.reminder, 'steer');
    case 'placement.offer': return choose(chance.is(0.7) ? 'test' : 'lesson');
    case 'placement.result': return choose('lesson');
    case 'lesson.offer': return choose('lesson');
    case 'lesson.done':
      if (sitting.lessons > 0) return choose('lesson');
      if (chance.is(habits.plays)) return choose('scene');
      return chance.is(0.5) ? null : chance.is(0.5) ? choose('later') : text(chance.pick(thanks[language]), 'steer');
    // Their hour is their own, and stays.
    case 'lesson.hour': return sitting.lessons > 0 ? choose('lesson') : chance.is(0.5) ? null : choose('later');
    case 'menu':
      if (optionOf(bubble, 'repair') && chance.is(0.6)) return tap(optionOf(bubble, 'repair')!, bubble, 'steer');
      if (sitting.lessons > 0) return choose('lesson', 'continue');
      return chance.is(habits.plays) && (optionOf(bubble, 'scene') || optionOf(bubble, 'continue')) ? choose('continue', 'scene') : null;
    case 'roleplay.choose': return chance.is(0.1) ? choose('later') : chooseAny(person, bubble);
    case 'roleplay.done': return chance.is(0.15) ? choose('scene') : sitting.lessons > 0 ? choose('lesson') : chance.is(0.5) ? null : choose('later');
    case '': return sitting.lessons > 0 && sitting.written < 3 ? text(chance.pick(wantsLesson[language]), 'steer') : null;
    default: return choose(...onward);
  }
}

const chooseAny = (person: Person, bubble: Bubble): Written => tap(person.chance.pick(bubble.options), bubble, 'steer');

function hour({ habits, chance }: Person, bubble: Bubble): Written | null {
  const wanted = habits.reminder === '9:00' ? '09:00' : habits.reminder === '20:00' ? '20:00' : habits.reminder;
  const found = optionOf(bubble, wanted);
  if (found) return chance.is(habits.taps) ? tap(found, bubble, 'steer') : text(found.title, 'steer');
  // Who wants what is not offered takes nine o'clock.
  return /^[a-z]/u.test(wanted) ? tap(bubble.options[0]!, bubble, 'steer') : null;
}

/** The level they believe to be at, of those that are asked for. */
function ownLevel({ mind, selfKnowledge, chance }: Person): Level {
  const felt = chance.normal(mind.ability, selfKnowledge);
  return (['A1', 'A2', 'B1'] as const).toSorted((a, b) => Math.abs(middleOf(a) - felt) - Math.abs(middleOf(b) - felt))[0]!;
}
