// Which wordings a reminder may have, and one for each learner by turns, a different one each day.
import { createHash } from 'node:crypto';

/** The wordings of the daily reminder; each is a way to say it in `machines/reminder.copy.*`. */
export const wordings = ['plain', 'short', 'ahead', 'question', 'yours', 'streak'] as const;
export type Wording = (typeof wordings)[number];

/** How many days a streak needs for a wording to make sense. */
export const needsStreak: Readonly<Partial<Record<Wording, number>>> = { streak: 3 };

const forEverybody = wordings.filter((wording) => needsStreak[wording] === undefined);

/** Who is to be reminded of what, on which of their dates. */
export interface Reminded {
  userId: string;
  kind: string;
  localDate: string;
}

/** A wording for each, in the same order: learners begin at different ones and go round day by day. */
export function rotateWordings(reminded: readonly Reminded[]): Wording[] {
  return reminded.map(({ userId, localDate }) => {
    const begin = createHash('sha256').update(userId).digest()[0]!;
    return forEverybody[(begin + Math.floor(Date.parse(localDate) / 86_400_000)) % forEverybody.length]!;
  });
}
