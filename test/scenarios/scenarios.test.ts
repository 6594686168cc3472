// Plays every golden chat and compares it line by line; UPDATE_SCENARIOS=1 writes down what is said now.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { play } from './play.ts';

const folder = import.meta.dirname;
const chats = readdirSync(folder).filter((name) => name.endsWith('.chat'));

describe('a golden chat goes as it is written', () => {
  it.each(chats)('%s', (name) => {
    const file = path.join(folder, name);
    const written = readFileSync(file, 'utf8');
    const played = play(written);
    if (process.env.UPDATE_SCENARIOS === '1') writeFileSync(file, played);
    else expect(played).toBe(written);
  });

  it('there are chats to play', () => {
    expect(chats.length).toBeGreaterThanOrEqual(15);
  });
});
