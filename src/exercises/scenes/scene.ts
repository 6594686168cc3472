// The format of a role-play scene: a file says who speaks, what the learner is to achieve at each beat, and where each reply leads.
import { z } from 'zod';
import { languageSchema, levels } from '../exercise.ts';
import { parseJsonFile } from '../json-files.ts';
import { spelledOut } from './phrases.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'a name is lower-case words joined by hyphens').max(40);

const branch = z.strictObject({
  id: name,
  /** Patterns of whole replies (see phrases.ts). */
  phrases: z.array(text(300)).default([]),
  /** Words that say it, in order (see src/grading/intents.ts). */
  keys: z.array(text(300)).default([]),
  /** Any reply of this many words will do when no other branch fits, but for questions and requests. */
  open: z.int().min(3).max(12).optional(),
  /** Keys of which an open reply has to hold one. */
  holding: z.array(text(300)).optional(),
  /** A bare name or place will do. */
  name: z.boolean().optional(),
  /** What learners may write that must not be taken for this branch. */
  never: z.array(text(200)).default([]),
  /** The partner's answer, which also leads to the next beat. */
  says: text(280),
  /** The next beat; `end` ends the scene. */
  to: name,
});

const beat = z.strictObject({
  id: name,
  /** A reply that a good learner of the level would give. */
  model: text(160),
  /** What the partner says when a reply is not understood: first in other words, then more simply. */
  again: z.tuple([text(200), text(200)]),
  branches: z.array(branch).min(1).max(5),
});

const beatWords = z.strictObject({
  /** What the learner is to do, as an instruction. */
  task: text(120),
  /** What was done, as it stands in a list: “pedir algo de beber”. */
  did: text(60),
  /** Help that does not give the answer away. */
  hint: text(140),
});

const words = z.strictObject({
  /** Fits a button. */
  title: text(20),
  /** Where one is and who speaks. */
  place: text(160),
  /** What to achieve, as an infinitive. */
  goal: text(120),
  beats: z.record(name, beatWords),
  /** One reason per slip, in their order. */
  slips: z.array(text(140)).default([]),
});

const sceneSchema = z.strictObject({
  id: name,
  /** The topic of the curriculum that the scene practises. */
  topic: name,
  level: z.enum(levels),
  /** The language spoken in the scene. */
  target: languageSchema,
  /** What the learner learns for; a scene may fit several. */
  goals: z.array(z.enum(['travel', 'work', 'chat'])).min(1),
  /** The partner's name. */
  partner: text(30),
  /** The most messages of the learner until the scene ends. */
  turns: z.int().min(4).max(12),
  opening: text(280),
  beats: z.array(beat).min(2).max(8),
  /** Mistakes that speakers of the learners' languages make here: what is heard, as a key, and how it is said. */
  slips: z.array(z.strictObject({ heard: text(80), right: text(80) })).default([]),
  /** What is said in the learner's own language; the scene is offered in those that are here. */
  words: z.record(languageSchema, words),
});

type SceneFile = z.infer<typeof sceneSchema>;
type BeatFile = SceneFile['beats'][number];
/** A branch with its patterns spelled out. */
export type Branch = Omit<BeatFile['branches'][number], 'to'> & { to: string | null };
export type Beat = Omit<BeatFile, 'branches'> & { branches: Branch[] };
export type Scene = Omit<SceneFile, 'beats'> & { beats: Beat[] };

/** Parses a scene file; its name must say what it holds: `en/at-the-cafe.json`. @throws an error that names file, place and fault */
export function parseScene(relativePath: string, json: string): Scene {
  const file = parseJsonFile(relativePath, json, sceneSchema, ({ target, id }) => `${target}/${id}.json`);
  return {
    ...file,
    beats: file.beats.map((one) => ({
      ...one,
      branches: one.branches.map((way) => ({ ...way, phrases: way.phrases.flatMap(spelledOut), to: way.to === 'end' ? null : way.to })),
    })),
  };
}

/** The beat of this name, or undefined. */
export function beatOf(scene: Scene, id: string): Beat | undefined {
  return scene.beats.find((one) => one.id === id);
}
