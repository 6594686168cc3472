// All scenes, read from their files once: a process has them at hand, since they are few and never change while it runs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonPaths } from '../json-files.ts';
import { parseScene, type Scene } from './scene.ts';

/** The paths of all scene files, relative to this folder, in alphabetical order. */
export function scenePaths(): string[] {
  return jsonPaths(import.meta.dirname);
}

/** Reads one file. @throws an error that names the file and the fault */
export function readScene(relativePath: string): Scene {
  return parseScene(relativePath, readFileSync(path.join(import.meta.dirname, relativePath), 'utf8'));
}

let scenes: ReadonlyMap<string, Scene> | undefined;

function all(): ReadonlyMap<string, Scene> {
  return (scenes ??= new Map(scenePaths().map((name) => readScene(name)).map((scene) => [scene.id, scene])));
}

/** The scene of this id, or undefined when it does not exist (any more). */
export function sceneById(id: string): Scene | undefined {
  return all().get(id);
}

/** The scenes that can be played in one language and are explained in the other (ISO 639-1 codes). */
export function scenesFor(native: string, target: string | null): Scene[] {
  return [...all().values()].filter((scene) => scene.target === target && Object.hasOwn(scene.words, native));
}
