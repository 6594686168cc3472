// The curriculum files: one JSON file per topic and level, read and turned into exercises with fixed ids.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { curriculumItem, languageSchema, levels, topicCategories, typeNameSchema } from '../exercise.ts';
import { jsonPaths, parseJsonFile } from '../json-files.ts';
import type { CurriculumItem } from '../exercise.ts';
import type { NewExercise } from '../insert.ts';

const curriculumFile = z.strictObject({
  topic: z.strictObject({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'a slug is lower-case words joined by hyphens').max(100),
    category: z.enum(topicCategories),
    names: z.strictObject({ en: z.string().min(1).max(100), es: z.string().min(1).max(100) }),
  }),
  sourceLanguage: languageSchema,
  targetLanguage: languageSchema,
  level: z.enum(levels),
  /** Shared by all exercises of the file. */
  theory: z.string(),
  /** What the learner is to do, per exercise type. */
  introductions: z.partialRecord(typeNameSchema, z.string()),
  exercises: z.array(curriculumItem).min(1),
});
export type CurriculumFile = z.infer<typeof curriculumFile>;

const thisFolder = import.meta.dirname;

/** The paths of all curriculum files below a folder, relative to it, in alphabetical order. */
export function curriculumPaths(folder: string = thisFolder): string[] {
  return jsonPaths(folder);
}

/** Reads one file. Throws an error that names the file, the place in it and the fault. */
export function readCurriculumFile(relativePath: string, folder: string = thisFolder): CurriculumFile {
  return parseCurriculumFile(relativePath, readFileSync(path.join(folder, relativePath), 'utf8'));
}

/** Parses the text of one curriculum file; its name must say what it holds: `es-en/ordering-food.a1.json`. */
export function parseCurriculumFile(relativePath: string, text: string): CurriculumFile {
  return parseJsonFile(relativePath, text, curriculumFile, (file) => `${file.sourceLanguage}-${file.targetLanguage}/${file.topic.slug}.${file.level.toLowerCase()}.json`);
}

/** RFC 9562, 5.5: a name-based UUID, version 5, so that the same exercise has the same id on every machine. */
export function fixedId(...name: readonly string[]): string {
  const hash = createHash('sha1').update(namespace).update(name.join('\n')).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

/** Drawn once for this curriculum; changing it would give every exercise a new id. */
const namespace = Buffer.from('5b0c0f6e2a7d4c1e9f3a8d61c4b7e215', 'hex');

/** The id of a topic, by its slug. */
export function topicId(slug: string): string {
  return fixedId('topic', slug);
}

/** One item as it enters the database. Its id stays while its input stays: answers and reasons can be corrected. */
export function newExercise(file: CurriculumFile, item: CurriculumItem): NewExercise {
  const pair = `${file.sourceLanguage}-${file.targetLanguage}`;
  return {
    id: fixedId('exercise', pair, file.topic.slug, file.level, item.input),
    topicId: topicId(file.topic.slug),
    type: item.type,
    sourceLanguage: file.sourceLanguage,
    targetLanguage: file.targetLanguage,
    level: file.level,
    introduction: item.introduction ?? file.introductions[item.type] ?? '',
    theory: file.theory,
    input: item.input,
    expected: item.expected,
    accepted: item.accepted,
    why: item.why,
  };
}
