// The exercises of a pair of languages as far as choosing a lesson cares, kept at hand: everybody's lessons are chosen from the same ones.
import { LRUCache } from 'lru-cache';
import type { Level } from '../../machines/vocabulary.ts';
import type { Statement, Store } from '../store/postgres.ts';

export interface SyllabusExercise {
  id: string;
  level: Level;
  /** Of its topic. */
  slug: string;
  category: string;
  type: string;
}

const ofPair: Statement = {
  name: 'syllabus',
  text: `
    select e.id, e.difficulty_level as level, t.slug, t.category, e.exercise_type as type
    from exercises e join curriculum_topics t on t.id = e.topic_id
    where e.source_lang = $1 and e.target_lang = $2 order by e.id`,
};

// A changed curriculum is noticed after this long.
const freshForMs = 60_000;

/** By their ids. */
export type Syllabus = ReadonlyMap<string, SyllabusExercise>;

/** Makes the function that gives all exercises from one language to another; none when there is no such pair. Rejects when the database cannot be reached. */
export function openSyllabus(store: Store): (source: string | null, target: string | null) => Promise<Syllabus> {
  const pairs = new LRUCache<string, Promise<Syllabus>>({ max: 500, ttl: freshForMs });
  return (source, target) => {
    const pair = `${source}-${target}`;
    const known = pairs.get(pair);
    if (known) return known;
    const read = store.run<SyllabusExercise>(ofPair, [source, target]).then((exercises) => new Map(exercises.map((exercise) => [exercise.id, exercise])));
    pairs.set(pair, read);
    read.catch(() => pairs.delete(pair));
    return read;
  };
}
