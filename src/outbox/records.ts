// The table of effects that are written in their turn's own transaction, one file each.
import type { Transaction } from '../store/postgres.ts';
import type { Turned } from '../conversation/turn.ts';
import { callHuman } from './call-human.ts';
import { recordAttempt } from './record-attempt.ts';
import { recordConsent } from './record-consent.ts';
import { recordDay } from './record-day.ts';
import { recordMinor } from './record-minor.ts';
import { recordItem } from './record-item.ts';
import { recordLesson } from './record-lesson.ts';
import { recordPlacement } from './record-placement.ts';
import { recordReminder } from './record-reminder.ts';
import { recordStreak } from './record-streak.ts';
import { recordMastery } from './record-mastery.ts';
import { recordReport } from './record-report.ts';
import { recordScene } from './record-scene.ts';
import { saveProfile } from './save-profile.ts';
import { silence, unsilence } from './silence.ts';
import { writeFacts } from './fact.ts';

/** One effect as a machine asked for it, with the context of that moment. */
export interface Asked {
  userId: string;
  params: Record<string, unknown>;
  context: Record<string, unknown>;
  /** When it happened, ms since the epoch. */
  at: number;
}

/** Writes all effects of its kind of one batch of turns, in the order they were asked for. */
export type RecordEffect = (run: Transaction['run'], asked: readonly Asked[]) => Promise<void>;

export const records: Readonly<Record<string, RecordEffect>> = {
  saveProfile,
  recordConsent,
  recordAttempt,
  recordLesson,
  recordStreak,
  recordReminder,
  recordMastery,
  recordDay,
  recordReport,
  recordItem,
  recordPlacement,
  recordScene,
  silence,
  unsilence,
  callHuman,
  recordMinor,
};

/**
 * Writes what committed turns record: each kind of effect in one go.
 * @throws on an effect that is not in the table, so that the turn is not half done
 */
export async function writeRecords(run: Transaction['run'], turns: readonly { userId: string; turned: Turned }[]): Promise<void> {
  const byType = new Map<string, Asked[]>();
  for (const { userId, turned } of turns) {
    for (const { type, params, context, at } of turned.records) {
      const asked = byType.get(type);
      if (asked) asked.push({ userId, params, context, at });
      else byType.set(type, [{ userId, params, context, at }]);
    }
  }
  for (const [type, asked] of byType) {
    const write = records[type];
    if (!write) throw new Error(`No effect named ${type}`);
    await write(run, asked);
  }
  await writeFacts(run, turns.flatMap(({ userId, turned }) => turned.facts.map((event) => ({ userId, event }))));
}
