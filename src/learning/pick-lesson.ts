// The job behind `pickLesson`: chooses a topic and its exercises for one learner.
import { levels, type Context } from '../../machines/vocabulary.ts';
import type { Actor } from '../outbox/start.ts';
import type { Statement, Store } from '../store/postgres.ts';

const exercisesPerLesson = 8;
/** What a lesson can ask so far. */
const askable = ['fill_blank', 'multiple_choice'];

interface Candidate {
  id: string;
  topic_id: string;
  slug: string;
  level: (typeof levels)[number];
  attempts: number;
  right: number;
  last_at: Date | null;
}

const candidates: Statement = {
  name: 'lesson-candidates',
  text: `
    select e.id, e.topic_id, t.slug, e.difficulty_level as level, count(h.id)::int as attempts,
      count(h.id) filter (where h.is_correct)::int as right, max(h.created_at) as last_at
    from exercises e join curriculum_topics t on t.id = e.topic_id
    left join user_exercise_history h on h.user_id = $1 and h.exercise_id = e.id
    where e.source_lang = $2 and e.target_lang = $3 and e.exercise_type = any($4::exercise_type[])
    group by e.id, t.slug`,
};

export interface Picked {
  topic: string;
  exercises: string[];
}

/**
 * Picks a lesson from all candidates: the level nearest the learner's, the topic least seen there, and in it what was
 * never asked, then what went wrong, then what was asked longest ago. Pure.
 * @param random in [0, 1), breaks ties
 */
export function pickFrom(all: readonly Candidate[], level: string, random: () => number): Picked {
  const distance = (c: Candidate) => Math.abs(levels.indexOf(c.level) - levels.indexOf(level as Candidate['level']));
  const nearest = Math.min(...all.map(distance));
  const lessons = new Map<string, Candidate[]>();
  for (const c of all) if (distance(c) === nearest) lessons.set(c.slug + c.level, [...(lessons.get(c.slug + c.level) ?? []), c]);
  const seen = (list: readonly Candidate[]) => list.filter((c) => c.attempts > 0).length / list.length;
  const [lesson] = [...lessons.values()].map((list) => ({ list, key: seen(list), tie: random() })).toSorted((a, b) => a.key - b.key || a.tie - b.tie);
  if (!lesson) return { topic: '', exercises: [] };
  const need = (c: Candidate) => (c.attempts === 0 ? 0 : c.right === c.attempts ? 2 : 1);
  const chosen = lesson.list
    .map((c) => ({ c, tie: random() }))
    .toSorted((a, b) => need(a.c) - need(b.c) || (a.c.last_at?.getTime() ?? 0) - (b.c.last_at?.getTime() ?? 0) || a.tie - b.tie)
    .slice(0, exercisesPerLesson)
    .map(({ c }) => c.id);
  return { topic: lesson.list[0]!.slug, exercises: chosen };
}

/** The job itself. Rejects when the database cannot be reached; an empty lesson means that nothing fits. */
export function pickLessonActor(store: Store, random: () => number): Actor {
  return {
    attempts: 3, timeoutMs: 5_000, slow: false,
    async run({ userId, context }) {
      const { profile } = context as unknown as Context;
      const all = await store.run<Candidate>(candidates, [userId, profile.nativeLanguage, profile.targetLanguage, askable]);
      return pickFrom(all, profile.level ?? 'A1', random);
    },
  };
}
