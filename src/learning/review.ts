// When an exercise comes back: the memory of one learner for one exercise, by FSRS-6.
import { createEmptyCard, forgetting_curve, fsrs, Rating, State, type Card, type Grade } from 'ts-fsrs';

/**
 * What one learner is believed to remember of one exercise. JSON through and through.
 * `stability` is the number of days after which they would still know it in nine cases of ten, `difficulty` goes from 1 to 10.
 */
export interface ReviewCard {
  stability: number;
  difficulty: number;
  /** When it should come back, ISO 8601. */
  due: string;
  state: 'learning' | 'review' | 'relearning';
  /** How far along the first steps (1 min, 10 min) it is; 0 after a mistake. */
  step: number;
  reps: number;
  lapses: number;
  /** When it was answered last, ISO 8601. */
  reviewedAt: string;
}

/** The grader's verdict, or `easy` for a right answer that came fast and without a hint. */
export type ReviewVerdict = 'wrong' | 'almost' | 'correct' | 'easy';

/** The grades of FSRS, after Anki: https://github.com/open-spaced-repetition/fsrs4anki/wiki */
const grades: Readonly<Record<ReviewVerdict, Grade>> = { wrong: Rating.Again, almost: Rating.Hard, correct: Rating.Good, easy: Rating.Easy };

/** Default weights of FSRS-6 (ts-fsrs 5.4), nine in ten to be remembered, two short steps before days; no dice. */
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: true, learning_steps: ['1m', '10m'], relearning_steps: ['10m'] });

const dayMs = 86_400_000;
const states = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const;
const stateNames = [null, 'learning', 'review', 'relearning'] as const;

/**
 * The card after an answer. Pure; the card handed in is left as it was.
 * @param card null for an exercise that was never answered; of a stored one `stability`, `difficulty` and `due` suffice
 * @param at when it was answered, ISO 8601; an instant before the last answer counts as that one
 * @throws {RangeError} when `at` is no instant or `verdict` none of the four
 */
export function review(card: (Pick<ReviewCard, 'stability' | 'difficulty' | 'due'> & Partial<ReviewCard>) | null, verdict: ReviewVerdict, at: string): ReviewCard {
  if (!Object.hasOwn(grades, verdict)) throw new RangeError(`"${String(verdict)}" is no verdict of a review: wrong, almost, correct or easy`);
  const now = instant(at);
  const before = card === null ? createEmptyCard(now) : toFsrs(card);
  const { card: after } = scheduler.next(before, before.last_review && before.last_review > now ? before.last_review : now, grades[verdict]);
  return {
    stability: after.stability,
    difficulty: after.difficulty,
    due: after.due.toISOString(),
    state: stateNames[after.state] ?? 'learning',
    step: after.learning_steps,
    reps: after.reps,
    lapses: after.lapses,
    reviewedAt: after.last_review!.toISOString(),
  };
}

/** How likely the learner still knows it at an instant, 0 to 1, by FSRS's forgetting curve over whole days. */
export function retrievability({ stability, reviewedAt }: Pick<ReviewCard, 'stability' | 'reviewedAt'>, at: string): number {
  const days = Math.floor((instant(at).getTime() - instant(reviewedAt).getTime()) / dayMs);
  return forgetting_curve(scheduler.parameters.w, Math.max(0, days), stability);
}

function toFsrs(card: Pick<ReviewCard, 'stability' | 'difficulty' | 'due'> & Partial<ReviewCard>): Card {
  const due = instant(card.due);
  return {
    due,
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed_days: 0,
    scheduled_days: 0,
    learning_steps: card.step ?? 0,
    reps: card.reps ?? 1,
    lapses: card.lapses ?? 0,
    state: states[card.state ?? 'review'],
    // Without it the card is taken for one that was put off by its whole stability.
    last_review: card.reviewedAt === undefined ? new Date(due.getTime() - Math.round(card.stability) * dayMs) : instant(card.reviewedAt),
  };
}

function instant(at: string): Date {
  const read = new Date(at);
  if (Number.isNaN(read.getTime())) throw new RangeError(`"${at}" is no instant; ISO 8601 is wanted`);
  return read;
}

/** What is known of an answer beside its verdict. */
export interface AnswerGiven {
  verdict: 'correct' | 'almost' | 'wrong';
  /** How long it took, ms. */
  tookMs: number;
  /** How many hints came before it. */
  hints: number;
  /** Characters that had to be read, and that were written. */
  read: number;
  written: number;
}

/** Finding the phone's keyboard and the network take this long whatever is asked, ms. */
const startMs = 4_000;
/** A practised reader takes in some 17 characters a second, and a thumb writes some 5. */
const readMs = 60;
const writeMs = 200;
/** From here on the hints have all but told the answer. */
const manyHints = 2;

/** What an answer means for the memory: fast and unhinted is easy; right after the second hint is almost. */
export function reviewVerdict({ verdict, tookMs, hints, read, written }: AnswerGiven): ReviewVerdict {
  if (verdict !== 'correct') return verdict;
  if (hints >= manyHints) return 'almost';
  return hints === 0 && tookMs <= startMs + read * readMs + written * writeMs ? 'easy' : 'correct';
}
