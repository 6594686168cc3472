// How memories are kept: rows of `review_cards`, and what an answer, a skip or an unsettled answer makes of one.
import type { Statement, Transaction } from '../store/postgres.ts';
import { review, reviewVerdict, type AnswerGiven, type ReviewCard } from './review.ts';

/** A row of `review_cards`. The memory is null where nothing was settled yet: asked and skipped, or beyond the grader. Times are ms since the epoch. */
export interface CardRow {
  user_id: string;
  exercise_id: string;
  stability: number | null;
  difficulty: number | null;
  due: number;
  state: ReviewCard['state'] | null;
  step: number;
  reps: number;
  lapses: number;
  reviewed_at: number | null;
  /** When it was last answered or skipped, and how that went. */
  asked_at: number;
  verdict: 'correct' | 'almost' | 'wrong' | 'skipped' | 'unsure';
}

/** The columns of a card as a {@link CardRow} has them; `review_cards` is named c. */
export const cardColumns = `c.user_id, c.exercise_id, c.stability, c.difficulty, c.state, c.step, c.reps, c.lapses, c.verdict,
      (extract(epoch from c.due) * 1000)::float8 as due, (extract(epoch from c.reviewed_at) * 1000)::float8 as reviewed_at, (extract(epoch from c.asked_at) * 1000)::float8 as asked_at`;

const cardsOfLearners: Statement = { name: 'cards-of-learners', text: `select ${cardColumns} from review_cards c where c.user_id = any($1::uuid[])` };

/** All cards of these learners: by learner, then by exercise. Who has none is not in it. */
export async function readCards(run: Transaction['run'], userIds: readonly string[]): Promise<Map<string, Map<string, CardRow>>> {
  const cards = new Map<string, Map<string, CardRow>>();
  for (const card of await run<CardRow>(cardsOfLearners, [userIds])) {
    const own = cards.get(card.user_id);
    if (own) own.set(card.exercise_id, card);
    else cards.set(card.user_id, new Map([[card.exercise_id, card]]));
  }
  return cards;
}

const dayMs = 86_400_000;
/** What was skipped, and a translation that only a person can settle, comes back the next day. */
const skippedRestMs = dayMs;
/** An answer of one's own that the grader cannot settle has been practised: it rests for a week. */
const unsettledRestMs = 7 * dayMs;

/** The memory in a row, or null when it has none. */
export function cardIn(row: Omit<CardRow, 'user_id' | 'exercise_id' | 'asked_at' | 'verdict'>): ReviewCard | null {
  const { stability, difficulty, state, reviewed_at: reviewedAt } = row;
  if (stability === null || difficulty === null || state === null || reviewedAt === null) return null;
  return { stability, difficulty, state, step: row.step, reps: row.reps, lapses: row.lapses, due: iso(row.due), reviewedAt: iso(reviewedAt) };
}

/** What a learner did with an exercise. `note`: the grader's, or `skipped`. */
export interface Done extends AnswerGiven {
  userId: string;
  exercise: string;
  note: string | null;
  /** ms since the epoch */
  at: number;
}

/** Whether the answer says something about the memory; a skip does not, nor what the grader could not settle. */
const isSettled = ({ note }: Pick<Done, 'note'>): boolean => note !== 'skipped' && note !== 'unsure' && note !== 'short';

/** The row after what the learner did; null before the first time. Pure. */
export function rowAfter(before: CardRow | null, done: Done): CardRow {
  const { userId: user_id, exercise: exercise_id, at, note, verdict } = done;
  if (isSettled(done)) {
    const card = review(before && cardIn(before), reviewVerdict(done), iso(at));
    return {
      user_id, exercise_id, stability: card.stability, difficulty: card.difficulty, due: Date.parse(card.due), state: card.state,
      step: card.step, reps: card.reps, lapses: card.lapses, reviewed_at: Date.parse(card.reviewedAt), asked_at: at, verdict,
    };
  }
  const rest = note === 'skipped' || verdict === 'wrong' ? skippedRestMs : unsettledRestMs;
  const kept = before ?? { user_id, exercise_id, stability: null, difficulty: null, due: 0, state: null, step: 0, reps: 0, lapses: 0, reviewed_at: null };
  return { ...kept, due: Math.max(kept.due, at + rest), asked_at: at, verdict: note === 'skipped' ? 'skipped' : 'unsure' };
}

const iso = (ms: number): string => new Date(ms).toISOString();
