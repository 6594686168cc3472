// A learner in a lesson: reads each reply, answers by the curriculum, sometimes wrong or with a slip, and knows what must come back.
import { curriculumPaths, newExercise, readCurriculumFile } from '../../src/exercises/curriculum/file.ts';
import { exerciseTypes } from '../../src/exercises/table.ts';
import { grade } from '../../src/grading/grade.ts';
import type { Learner } from './drive.ts';
import type { Reply } from './stub-graph.ts';
import type { Message } from './webhook.ts';

type Sort = 'right' | 'wrong' | 'slip';

/** An exercise as a learner meets it: what can be answered, and what the comment must then speak of. */
interface Question {
  answers: Record<Sort, readonly string[]>;
  /** `typed`, or by the number of the option. */
  typed: boolean;
  /** Null where the comment speaks of a part of the sentence. */
  forms: readonly string[] | null;
  why: string;
}

/** What is expected of a reply. `place` 0: the lesson is over, with `score` right. */
interface Expected {
  place: number;
  score: number;
  given: { sort: Sort; question: Question } | null;
}

const place = /^[\s\S]*\((\d+) de (\d+)\) ([\s\S]+)$/u;

/** What is asked, without the instructions before it. */
const stemOf = (asked: string): string => asked.replace(/^(?:(?:Completa|Elige): |[^\n]+\n)/u, '');

/** Every exercise that a lesson can ask, by its question. */
export function readQuestions(): ReadonlyMap<string, Question> {
  const questions = new Map<string, Question>();
  for (const file of curriculumPaths().map((name) => readCurriculumFile(name))) {
    for (const item of file.exercises) {
      const { stem, options, answer, accepted } = exerciseTypes[item.type].question(newExercise(file, item));
      const graded = (text: string) => grade({ type: item.type, language: file.targetLanguage, accepted, answer: text, context: stem, uiLanguage: file.sourceLanguage });
      const whole = item.type !== 'fill_blank' && item.type !== 'multiple_choice';
      const slips = options || whole ? [] : swaps(answer).filter((text) => {
        const { verdict, note } = graded(text);
        return verdict === 'almost' && note === 'typo';
      });
      // What cannot be settled, and what is asked for again, is no mistake.
      const wrong = item.wrong.filter((text) => {
        const { verdict, note } = graded(text);
        return verdict === 'wrong' && note !== 'unsure' && note !== 'other_language';
      });
      const right = options?.find(({ text }) => text === answer);
      const answers = options
        ? { right: [right!.id], wrong: options.filter((option) => option !== right).map(({ id }) => id), slip: [] }
        : { right: [answer], wrong, slip: slips };
      questions.set(stem, { answers, typed: options === null, forms: whole ? null : accepted.map((form) => form.toLowerCase()), why: item.why });
    }
  }
  return questions;
}

/** A word with two neighbouring letters swapped, as fast fingers do. */
function swaps(answer: string): string[] {
  const words: string[] = [];
  for (let i = 1; i + 2 < answer.length; i++) {
    if (/^\p{L}{2}$/u.test(answer.slice(i, i + 2)) && answer[i] !== answer[i + 1]) words.push(answer.slice(0, i) + answer[i + 1] + answer[i] + answer.slice(i + 2));
  }
  return words;
}

/** @param phone digits; it also decides what this learner knows */
export function lessonLearner(phone: string, questions: ReadonlyMap<string, Question>): Learner {
  const random = seeded(Number(phone.slice(-9)));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const expected: Expected[] = [];
  let score = 0;

  function message(n: number, before: Reply | undefined): Message {
    const [, at, of, stem] = place.exec(before?.text ?? '') ?? [];
    const question = questions.get(stemOf(stem ?? ''));
    if (!before || !question) {
      score = 0;
      expected[n] = { place: 1, score, given: null };
      const again = before?.options.find(({ id }) => id.endsWith(':lesson'));
      return again ? tap(again) : { type: 'text', text: { body: 'hola' } };
    }
    const chance = random();
    const wanted: Sort = chance < 0.7 ? 'right' : chance < 0.9 ? 'wrong' : 'slip';
    const sort = question.answers[wanted].length > 0 ? wanted : 'right';
    if (sort !== 'wrong') score += 1;
    expected[n] = { place: at === of ? 0 : Number(at) + 1, score, given: { sort, question } };
    const answer = pick(question.answers[sort]);
    const option = question.typed ? undefined : before.options.find(({ id }) => id.endsWith(`:${answer}`));
    return option && random() < 0.7 ? tap(option) : { type: 'text', text: { body: answer } };
  }

  function fault(n: number, { text, options }: Reply): string | null {
    const want = expected[n];
    if (!want) return 'nothing was asked';
    const [, at, , stem] = place.exec(text) ?? [];
    const wrong = (what: string) => `${what} in "${text.slice(0, 160)}"`;
    if (want.place === 0) {
      if (at !== undefined || options.length === 0) return wrong('the end of the lesson is not');
      if (!new RegExp(`: ${want.score} de \\d+\\.`, 'u').test(text)) return wrong(`${want.score} right answers are not`);
    } else if (Number(at) !== want.place) {
      return wrong(`exercise ${want.place} is not`);
    } else if (!questions.has(stemOf(stem!))) {
      return wrong('no exercise of the curriculum is');
    }
    if (!want.given) return null;
    const { sort, question } = want.given;
    if (text.includes(question.why) !== (sort === 'wrong')) return wrong(`the reason is ${sort === 'wrong' ? 'not' : 'needlessly'}`);
    // Of several words only those that were put right are bold; what was struck out is not part of the form.
    const told = text.replace(/~[^~]+~ ?/gu, '').replaceAll('*', '').toLowerCase();
    const marked = /\*[^*]+\*/u.test(text) && question.forms?.some((form) => told.includes(form));
    if (sort !== 'wrong' && question.forms && !marked) return wrong('the right form is not');
    return null;
  }
  return { phone, message, fault };
}

const tap = (button_reply: { id: string; title: string }): Message => ({ type: 'interactive', interactive: { type: 'button_reply', button_reply } });

/** Mulberry32: small, seeded, and good enough to mix answers. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
