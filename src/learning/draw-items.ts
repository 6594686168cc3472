// The job behind `drawItems`: a bank of placement questions for one learner, and the first of them to ask.
import type { Drawn } from '../../machines/placement.logic.ts';
import type { Context, Level, PlacementInHand } from '../../machines/vocabulary.ts';
import { pickAtHand, type Shelf } from '../exercises/shelf.ts';
import type { Actor } from '../outbox/start.ts';
import type { Statement, Store } from '../store/postgres.ts';
import { drawItems, type Askable } from './item-bank.ts';
import { leastItems, middleOf, nextItem } from './placement.ts';

const askable: Statement = {
  name: 'placement-items',
  text: `
    select e.id, e.difficulty_level as level, e.exercise_type as type, t.category, e.exercise_input as input, p.difficulty,
      exists (select from user_exercise_history h where h.user_id = $1 and h.exercise_id = e.id) as seen
    from exercises e join curriculum_topics t on t.id = e.topic_id
    left join item_parameters p on p.exercise_id = e.id
    where e.source_lang = $2 and e.target_lang = $3`,
};

/**
 * A bank from all exercises of a pair. What the learner has answered in a test under way stays in it; a question that was
 * open and could not be asked does not. It begins with what is mastered at the level the
 * learner has given, so that nobody starts over their head. Pure.
 * @param random in [0, 1)
 */
export function drawFrom(all: readonly Askable[], inHand: PlacementInHand | null, level: Level | null, random: () => number): Drawn {
  const answered = new Set(inHand?.answers.map(({ id }) => id));
  const kept = (inHand?.items ?? []).filter(({ id }) => answered.has(id));
  const items = [...kept, ...drawItems(all.filter(({ id }) => !answered.has(id) && id !== inHand?.open), random)];
  if (items.length < leastItems) return { items: [], seed: 0, next: null };
  return { items, seed: Math.floor(random() * 2 ** 32), next: nextItem({ bank: items, answers: inHand?.answers ?? [], random, start: middleOf(level ?? 'A2') - Math.LN2 })?.id ?? null };
}

/** The job itself. Rejects when the database cannot be reached. @param shelf what cannot be had from it is not drawn */
export function drawItemsActor(store: Store, shelf: Shelf, random: () => number): Actor {
  return {
    attempts: 3, timeoutMs: 5_000, slow: false,
    async run({ userId, context }) {
      const { profile, placement } = context as unknown as Context;
      const all = await store.run<Askable>(askable, [userId, profile.nativeLanguage, profile.targetLanguage]);
      const answered = new Set(placement?.answers.map(({ id }) => id));
      return pickAtHand(
        shelf,
        (without) => drawFrom(all.filter(({ id }) => !without.has(id)), placement?.open ? placement : null, profile.level, random),
        // What was answered is not asked any more.
        ({ items }) => items.flatMap(({ id }) => (answered.has(id) ? [] : [id])),
      );
    },
  };
}
