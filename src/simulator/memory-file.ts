// Keeps phones and conversations in a file, so that a chat goes on after the program was stopped and started.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Phone } from './phones.ts';

const saved = z.object({
  version: z.literal(1),
  offset: z.number(),
  phones: z.array(
    z.looseObject({
      waId: z.string(),
      userId: z.string(),
      name: z.string(),
      country: z.string(),
      hidesNumber: z.boolean(),
      pair: z.object({ dueAt: z.number() }),
      entries: z.array(z.looseObject({ id: z.string(), from: z.enum(['learner', 'tutor']), at: z.number() })),
    }),
  ),
});

export type Memory = { offset: number; phones: Phone[] };

/** Reads what an earlier run wrote; a missing, foreign or damaged file is an empty memory. */
export function readMemory(path: string): Memory {
  try {
    const memory = saved.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { offset: memory.offset, phones: memory.phones as unknown as Phone[] };
  } catch {
    return { offset: 0, phones: [] };
  }
}

/**
 * Writes the whole memory beside the file and then in its place, so that a crash leaves the old one. Returns the
 * text written, and writes nothing when that is `before`.
 */
export function writeMemory(path: string, memory: Memory, before?: string): string {
  const text = JSON.stringify({ version: 1, ...memory });
  if (text === before) return text;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
  return text;
}
