// The product's content as JSON files: finding them below a folder, and reading one so that a fault says where it is.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The paths of all JSON files below a folder, relative to it with forward slashes, in alphabetical order. */
export function jsonPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

/**
 * The content of a file by its schema.
 * @param pathOf the path that says what such content is, relative as `relativePath` is
 * @throws an error that names the file, the place in it and the fault
 */
export function parseJsonFile<T>(relativePath: string, text: string, schema: z.ZodType<T>, pathOf: (content: T) => string): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${relativePath}: not JSON: ${(error as Error).message}`);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new Error(`${relativePath}: ${z.prettifyError(parsed.error)}`);
  const named = pathOf(parsed.data);
  if (named !== relativePath) throw new Error(`${relativePath}: its content belongs into ${named}`);
  return parsed.data;
}
