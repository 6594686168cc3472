// Everything that can be wrong with the curriculum as a whole: rules, words, near-duplicates, and what the grader makes of it.
import { exerciseTypes } from '../table.ts';
import { insertFaults } from '../insert.ts';
import { newExercise } from './file.ts';
import { similarPairs } from './similarity.ts';
import { wordFaults } from './word-levels.ts';
import type { CurriculumItem } from '../exercise.ts';
import type { Option } from '../exercise-type.ts';
import type { ExerciseTypeName } from '../table.ts';
import type { CurriculumFile } from './file.ts';

/** The part of the grader that the curriculum is checked against; a test may put another in its place. */
export type Grade = (asked: {
  type: ExerciseTypeName;
  language: string;
  accepted: string[];
  answer: string;
  options?: Option[];
  context: string;
  uiLanguage: string;
}) => { verdict: string };

/** A lesson has five to ten exercises and does not repeat itself, so a topic and level needs more than one lesson holds. */
const leastExercisesPerFile = 8;
/** Two completed sentences with this share of letter triples in common are one sentence to a learner. */
const nearDuplicate = 0.8;
const mostWhy = 160;

/** A typed answer can be wrong in a hundred ways; these types have to name some, so that the grader is tried with them. */
const typed = new Set<ExerciseTypeName>(['fill_blank', 'translation', 'error_identification']);

/** `closed` types are graded without a model, so that their wrong answers can be tried; right answers are tried for all. */
const closed = new Set<ExerciseTypeName>(['multiple_choice', 'fill_blank', 'translation', 'error_identification']);

type Placed = { where: string; file: CurriculumFile; item: CurriculumItem };

/**
 * All faults of a curriculum, one sentence each, beginning with the file and the exercise.
 * `files` pairs each file with the name to call it by.
 */
export function curriculumFaults(files: readonly [name: string, file: CurriculumFile][], grade: Grade): string[] {
  const placed = files.flatMap(([name, file]) => file.exercises.map((item): Placed => ({
    where: `${name}: "${item.input}"`, file, item,
  })));
  const perExercise = placed.flatMap((one) => {
    // What cannot be read by its rules cannot be graded either.
    const broken = insertFaults(newExercise(one.file, one.item));
    const faults = [...broken, ...whyFaults(one.item), ...(broken.length === 0 ? [...gradeFaults(one, grade), ...wordFaults(one.file, toRead(one))] : [])];
    return faults.map((fault) => `${one.where}: ${fault}`);
  });
  return [...fileFaults(files), ...perExercise, ...duplicateFaults(placed)];
}

function fileFaults(files: readonly [string, CurriculumFile][]): string[] {
  const faults: string[] = [];
  const topics = new Map<string, [string, string]>();
  for (const [name, file] of files) {
    if (file.exercises.length < leastExercisesPerFile) {
      faults.push(`${name}: has ${file.exercises.length} exercises, a topic and level needs ${leastExercisesPerFile}`);
    }
    const topic = JSON.stringify(file.topic);
    const [first, before] = topics.get(file.topic.slug) ?? [name, topic];
    topics.set(file.topic.slug, [first, before]);
    if (before !== topic) faults.push(`${name}: describes topic ${file.topic.slug} differently from ${first}`);
    const choices = file.exercises.filter((item) => item.type === 'multiple_choice').map((item) => item.expected);
    if (choices.length >= 3 && new Set(choices).size === 1) {
      faults.push(`${name}: the right option is always the same one`);
    }
  }
  return faults;
}

/** A reason is one short sentence and marks the word at stake with *asterisks*. */
function whyFaults(item: CurriculumItem): string[] {
  const faults: string[] = [];
  if (!/\*[^*\s](?:[^*]*[^*\s])?\*/u.test(item.why)) faults.push('why marks no word with *asterisks*');
  if ((item.why.match(/\*/gu) ?? []).length % 2 === 1) faults.push('why has an asterisk without its partner');
  if ([...item.why].length > mostWhy) faults.push(`why is longer than ${mostWhy} characters`);
  if (!/[.»]\.?$/u.test(item.why)) faults.push('why must end as a sentence does');
  if (/[^.]\. \S/u.test(item.why.replaceAll('…', ''))) faults.push('why has more than one sentence');
  return faults;
}

function gradeFaults({ file, item }: Placed, grade: Grade): string[] {
  const question = exerciseTypes[item.type].question(newExercise(file, item));
  const verdict = (answer: string, type = item.type) => grade({
    type,
    language: file.targetLanguage,
    accepted: question.accepted,
    answer,
    context: question.stem,
    uiLanguage: file.sourceLanguage,
    ...(question.options ? { options: question.options } : {}),
  }).verdict;
  const wrong = closed.has(item.type) ? [
    ...item.wrong,
    ...(question.options ?? []).filter((option) => option.text !== question.answer)
      .flatMap((option) => [option.id, option.text]),
  ] : [];
  // As an error to find, a sentence given back is always wrong; as a translation it tells whether there is an error.
  const flawless = item.type === 'error_identification' && verdict(item.input, 'translation') === 'correct';
  return [
    ...(typed.has(item.type) && item.wrong.length === 0 ? ['names no wrong answer to try the grader with'] : []),
    ...(flawless ? ['exercise_input has no error that the grader could tell from the right answer'] : []),
    ...question.accepted.filter((answer) => verdict(answer) !== 'correct')
      .map((answer) => `the right answer "${answer}" is graded ${verdict(answer)}`),
    ...wrong.filter((answer) => verdict(answer) !== 'wrong')
      .map((answer) => `the wrong answer "${answer}" is graded ${verdict(answer)}`),
  ];
}

/** What a learner reads and writes in the language being learnt: neither hints and speakers, nor errors on purpose. */
function toRead(one: Placed): string[] {
  const { stem, answer } = exerciseTypes[one.item.type].question(newExercise(one.file, one.item));
  switch (one.item.type) {
    case 'multiple_choice': case 'fill_blank': return [completed(one)];
    case 'translation': case 'error_identification': return [answer];
    case 'open_response': return [stem, answer];
    case 'roleplay': return [stem.replace(/^[^:]*:/u, ''), answer];
  }
}

/** The sentence that the learner ends up with: blank filled in, hint and options left out. */
function completed({ file, item }: Placed): string {
  const question = exerciseTypes[item.type].question(newExercise(file, item));
  return question.stem.replace(/\([^)]*\)/gu, '').replace(/_+/u, () => question.answer);
}

function duplicateFaults(placed: readonly Placed[]): string[] {
  const readable = placed.filter(({ file, item }) => exerciseTypes[item.type].rules(newExercise(file, item)).length === 0);
  // A learner meets one pair of languages, so only there can one exercise repeat another.
  const pairs = Object.values(Object.groupBy(readable, ({ file }) => `${file.sourceLanguage}-${file.targetLanguage}`));
  return pairs.flatMap((ofPair = []) => similarPairs(ofPair.map(completed), nearDuplicate)
    .map(([later, earlier]) => `${ofPair[later]!.where}: is nearly the same as ${ofPair[earlier]!.where}`));
}
