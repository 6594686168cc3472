// Which exercises of a lesson that has just begun were due for review, and how likely the product believed each to be known.
import { retrievability } from '../../src/learning/review.ts';
import type { Store } from '../../src/store/postgres.ts';
import type { Learner } from './run.ts';

interface Row {
  user_id: string;
  exercise_id: string;
  stability: number;
  reviewed_at: Date;
}

const dueCards = {
  name: 'simulate-due-cards',
  text: `
    select c.user_id, c.exercise_id, c.stability, c.reviewed_at
    from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as v(user_id, exercise_id, begun_at) join review_cards c using (user_id, exercise_id)
    where c.due <= v.begun_at and c.stability is not null`,
};

/** Notes it for each of these learners whose lesson is a new one. Before the first answer, since an answer moves its card. @param now ms since the epoch */
export async function lookUpDue(store: Store, learners: readonly Learner[], now: number): Promise<void> {
  const begun = learners.filter(({ userId, view, due }) => userId !== null && view.context?.lesson && view.context.lesson.begunAt !== due.begunAt);
  if (begun.length === 0) return;
  const wanted = begun.flatMap(({ userId, view }) => view.context!.lesson!.exercises.map((exercise) => ({ userId, exercise })));
  const rows = await store.run<Row>(dueCards, [wanted.map((w) => w.userId), wanted.map((w) => w.exercise), wanted.map(() => new Date(now).toISOString())]);
  for (const learner of begun) {
    const cards = rows.filter((row) => row.user_id === learner.userId);
    learner.due = {
      begunAt: learner.view.context!.lesson!.begunAt,
      believed: new Map(cards.map(({ exercise_id, stability, reviewed_at }) =>
        [exercise_id, retrievability({ stability, reviewedAt: reviewed_at.toISOString() }, new Date(now).toISOString())])),
    };
  }
}
