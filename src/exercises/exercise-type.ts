// What every exercise type has to say about itself: its limits, its rules, and how one of its rows is read.

/** The texts of one exercise, whatever its type. Lengths are counted in characters (code points), as Postgres does. */
export type ExerciseContent = {
  /** What the learner is to do, in the learner's language. */
  introduction: string;
  /** The explanation that the exercises of a topic and level share, in the learner's language. */
  theory: string;
  /** The exercise itself, in the format of its type. */
  input: string;
  /** The right answer, in the format of its type. */
  expected: string;
  /** Further right answers beside `expected`. */
  accepted: readonly string[];
  /** One sentence in the learner's language: why the right answer is right. Null where nobody wrote one. */
  why: string | null;
};

/** One answer to choose. `id` is the number that the learner sees: "1", "2", … */
export type Option = { id: string; text: string };

/**
 * The structured reading of an exercise.
 * - `stem`: what is asked, without the numbered options.
 * - `shownAs`: `buttons` or `list` when there are options that fit WhatsApp's limits, `typed` otherwise.
 * - `answer`: the one right form to show a learner; never a bare option number.
 * - `accepted`: all right answers. `expected_output` first, then the notes' forms; for a multiple choice the option's
 *   number, its text, and then the notes' forms.
 */
export type Question = {
  stem: string;
  options: Option[] | null;
  shownAs: 'buttons' | 'list' | 'typed';
  answer: string;
  accepted: string[];
};

/** The least and the most characters that a text may have. */
export type Limits = { least: number; most: number };

/**
 * What a learner is told who asks for help. `letters`: the answer's first letter and how many it has. `not`: an option that
 * is wrong. `reason`: why the answer is right, the answer left out. `begins`: its first words, and how many it has.
 * `initials`: the first letter of each word. `near`, `word`, `missing`: where the mistake is, what it is, after which word one is missing.
 */
export type Hint =
  | { kind: 'letters'; first: string; letters: number }
  | { kind: 'begins'; text: string; words: number }
  | { kind: 'not' | 'reason' | 'initials' | 'near' | 'word' | 'missing'; text: string };

export type ExerciseType = {
  /** The label of the database's enum. */
  name: string;
  /** §3.3 of the data contract, with its least lengths lowered to what its own examples need. */
  limits: { input: Limits; expected: Limits };
  /** Everything that is wrong with a row, one sentence each; empty when it may be taught. */
  rules: (row: ExerciseContent) => string[];
  /** The structured reading of a row that has no faults. Throws on a row that cannot be read at all. */
  question: (row: ExerciseContent) => Question;
  /** A light hint and a stronger one. `language`: the answer's ISO 639-1 code. */
  hints: (question: Question, why: string | null, language: string) => readonly [Hint, Hint];
};
