// The parts of a line that are computed and not worded: the same in every language.
import type { ExerciseFacts, Facts, Hint, Option, Options } from './copy.ts';
import { openExercise } from './lesson.logic.ts';
import { offered } from './offered.ts';
import { isWorthRepair } from './streak.logic.ts';
import type { TargetLanguage } from './vocabulary.ts';

/** “, Ana” where the name is known, otherwise nothing: for the end or the middle of a greeting. */
export function comma(facts: Facts): string {
  const { name } = facts.context.profile;
  return name === null ? '' : `, ${name}`;
}

/** “a, b y c” */
export function listed(parts: readonly string[], and: string): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)!}`;
}

/** What can be learned in the learner's language: “inglés, francés o español”. */
export function taught(facts: Facts, names: Readonly<Record<TargetLanguage, string>>, or: string): string {
  return listed(offered[facts.context.profile.nativeLanguage].map((target) => names[target]), or);
}

/** Of the rows for all languages, those of languages that can be learned in the learner's own. */
export function targetRows(facts: Facts, rows: Readonly<Record<TargetLanguage, Option>>): Options {
  return Object.fromEntries(offered[facts.context.profile.nativeLanguage].map((target) => [target, rows[target]]));
}

/** Whether there is another language to learn than the present one. */
export function hasOtherTarget({ context: { profile } }: Facts): boolean {
  return offered[profile.nativeLanguage].some((target) => target !== profile.targetLanguage);
}

/** One of several wordings of the same thing, by turns, so that a lesson does not repeat itself. */
export function byTurns(facts: Facts, wordings: readonly [string, ...string[]]): string {
  return wordings[(facts.context.lesson?.index ?? 0) % wordings.length] ?? wordings[0];
}

/** “09:00” → “9:00”, as people write it. */
export function clock(time: string): string {
  return time.replace(/^0(?=\d)/u, '');
}

/** “09:00” → “9h”, “19:30” → “19h30”, as French and Brazilians write it. */
export function clockH(time: string): string {
  return clock(time).replace(':', 'h').replace(/h00$/u, 'h');
}

const mostZones = 9;
const mostRowTitle = 24;

/** The learner's possible zones with what the clock shows there, and a way out for everybody else. */
export function zoneRows(facts: Facts, other: string): Options {
  const rows: Record<string, { title: string; description?: string; also: string[] }> = {};
  for (const { zone, city, time } of facts.localTimes.slice(0, mostZones)) {
    const both = `${clock(time)} · ${city}`;
    // Two long names of one clock are told apart by the name.
    const taken = Object.values(rows).some(({ title }) => title === clock(time));
    const long = taken ? { title: [...city].slice(0, mostRowTitle).join(''), description: clock(time) } : { title: clock(time), description: city };
    const shown = [...both].length <= mostRowTitle ? { title: both } : long;
    rows[zone] = { ...shown, also: [time, clock(time), city] };
  }
  return { ...rows, other };
}

const mostButtonTitle = 20;

/** Whoever agrees to be called so means the button, in whatever language they say it. */
const yes = ['sí', 'vale', 'claro', 'así está bien', 'está bien', 'sí, por favor', 'sim', 'pode', 'pode ser', 'isso', 'yes', 'sure', 'yes, please', 'that’s fine', 'oui', 'd’accord', 'c’est bien', 'ok', 'okay'];

/** The WhatsApp name as a button, or what stands for it when it is too long for one. */
export function nameButton(facts: Facts, tooLong: string): Options {
  const { name } = facts.context.profile;
  if (name === null) return {};
  return { same: { title: [...name].length <= mostButtonTitle ? name : tooLong, also: yes } };
}

/** The options of the open exercise; longer ones are numbered and told in the description. */
export function exerciseOptions(facts: Facts): Options {
  return optionsOfExercise(facts.exercise);
}

/** The same of any exercise. */
export function optionsOfExercise(exercise: Pick<ExerciseFacts, 'options' | 'shownAs'> | null): Options {
  const { options = [], shownAs = 'typed' } = exercise ?? {};
  return Object.fromEntries(options.map(({ id, text }) =>
    [id, shownAs === 'list' && [...text].length > mostRowTitle ? { title: id, description: text } : text]));
}

/** The topic and its theory in brief, when the open exercise is the first one of it. */
export function theory({ exercise, context: { lesson } }: Facts): string {
  if (exercise === null || !lesson?.introduces.includes(exercise.id)) return '';
  return exercise.topic === '' ? exercise.theory : `*${exercise.topic}*. ${exercise.theory}`;
}

/** Whether the exercise asks for a whole sentence, so that it needs its own instructions. */
export const asksSentence = (exercise: ExerciseFacts | null): boolean => exercise !== null && exercise.type !== 'fill_blank' && exercise.type !== 'multiple_choice';

/** Whether a learner answers in their own words, so that the form to show is one of many. */
export const asksOwnWords = (exercise: ExerciseFacts | null): boolean => exercise?.type === 'open_response' || exercise?.type === 'roleplay';

/** The open exercise's place in its lesson, from 1, and how many there are. */
export function place(facts: Facts): { at: number; of: number } {
  const lesson = facts.context.lesson;
  return { at: (lesson?.index ?? 0) + 1, of: lesson?.exercises.length ?? 0 };
}

/** How many were right, slips included, and how many counted: what was skipped or could not be settled does not. */
export function score(facts: Facts): { right: number; of: number } {
  const lesson = facts.context.lesson;
  if (lesson === null) return { right: 0, of: 0 };
  return { right: lesson.correct + lesson.almost, of: lesson.exercises.length - lesson.skipped.length - lesson.unsettled };
}

const mostMissed = 4;
const mostMissedWords = 20;

/** The right forms of what went wrong, in bold: “*is*, *are*”. Of many long ones, those that fit. */
export function missedForms(facts: Facts): string {
  const forms = new Map(facts.missed.map(({ answer }) => [answer.toLowerCase(), answer.replace(/[.。]$/u, '')]));
  let words = 0;
  return [...forms.values()].slice(0, mostMissed).filter((form, i) => (words += form.split(/\s+/u).length) <= mostMissedWords || i === 0).map((form) => `*${form}*`).join(', ');
}

/** The form the last answer is held against: the nearest right one, else the one to show. */
export function rightForm(facts: Facts): string {
  return facts.context.lesson?.last?.best ?? facts.lastExercise?.answer ?? '';
}

/** The right form as a sentence begins with it: “*Is*”. */
export function rightFormFirst(facts: Facts): string {
  const form = rightForm(facts);
  return `*${form.charAt(0).toUpperCase()}${form.slice(1)}*`;
}

/** The right form and the reason: “*Is*: with he and she it is always is.” Most reasons begin with the form already. */
function rightFormAndWhy(facts: Facts): string {
  const why = facts.lastExercise?.why;
  if (!why) return `${rightFormFirst(facts)}.`;
  return why.startsWith('*') ? why : `${rightFormFirst(facts)}: ${why}`;
}

/** The right form as a sentence of its own: “*Yesterday I went to the market.*” */
export function rightSentence(facts: Facts): string {
  const form = rightForm(facts);
  return `*${form}${/[.!?…。！？]$/u.test(form) ? '' : '.'}*`;
}

const leastShared = 0.3;

/**
 * The last answer put right, word by word: “I ~goed~ *went* to the market.” Null where that shows nothing: a single
 * word, or hardly a word in common.
 */
function corrected(facts: Facts): string | null {
  const diff = facts.context.lesson?.last?.diff ?? [];
  const words = (text: string): number => text.split(/\s+/u).length;
  const shared = diff.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + words(text), 0);
  if (diff.length < 2 || shared < leastShared * words(rightForm(facts))) return null;
  return diff.map(({ kind, text, was = '' }) => {
    if (kind === 'same') return text;
    if (kind === 'missing') return `*${text}*`;
    return kind === 'extra' ? `~${text}~` : `~${was}~ *${text}*`;
  }).join(' ');
}

/** The last answer put right as a sentence of its own, word by word where that shows something. */
export function correctedSentence(facts: Facts): string {
  const shown = corrected(facts);
  if (shown === null) return rightSentence(facts);
  return /[.!?…。！？]\*?$/u.test(shown) ? shown : `${shown}.`;
}

/** The last answer put right, and why it is so: the correction word by word where that shows something. */
export function correctedAndWhy(facts: Facts): string {
  if (corrected(facts) === null && !asksSentence(facts.lastExercise)) return rightFormAndWhy(facts);
  return [correctedSentence(facts), facts.lastExercise?.why].filter(Boolean).join(' ');
}

/** The hint that is next for the open exercise: the light one first, then the stronger one. */
export function hint(facts: Facts): Hint | null {
  const given = facts.context.lesson?.hints ?? 0;
  return facts.exercise?.hints[given > 1 ? 1 : 0] ?? null;
}

/** Whether a lesson was left half-way and can be gone on with. */
export function hasOpenLesson({ context: { lesson }, exercise }: Facts): boolean {
  return openExercise(lesson) !== null && exercise !== null;
}

/** Whether the lesson in hand cannot be gone on with: its open exercise does not exist any more. */
export function lostLesson({ context: { lesson }, exercise }: Facts): boolean {
  return openExercise(lesson) !== null && exercise === null;
}

/** Whether the last thing that happened to the streak was a repair. */
export function isRepaired({ context: { streak } }: Facts): boolean {
  return streak.repairedAt !== null && streak.repairedAt === streak.lastAt;
}

/** Whether to offer a repair. */
export function isRepairable({ streak }: Facts): boolean {
  return isWorthRepair(streak.repairable);
}

/** The form that a slip is held against, for the middle of a sentence: word by word where that shows something. */
export function slipForm(facts: Facts): string {
  return corrected(facts)?.replace(/[.。](\*?)$/u, '$1') ?? `*${rightForm(facts)}*`;
}

const longestQuote = 60;

/** What the learner answered last, short and without marks that WhatsApp would read as formatting. */
export function lastSaid(facts: Facts): string {
  const said = (facts.context.lesson?.last?.text ?? '').replace(/[*_~`]/gu, '').replace(/\s+/gu, ' ').trim();
  return [...said].length > longestQuote ? `${[...said].slice(0, longestQuote - 1).join('')}…` : said;
}
