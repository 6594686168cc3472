// Which wording a reminder has: by turns, a different one each day.
import { createHash } from 'node:crypto';

/** The wordings of the daily reminder; each is a way to say it in `machines/reminder.copy.*`. */
export const wordings = ['plain', 'short', 'ahead'] as const;

/** Who is to be reminded of what, on which of their dates. */
export interface Reminded {
  userId: string;
  kind: string;
  localDate: string;
}

/** A wording for each, in the same order: learners begin at different ones and go round day by day. */
export function rotateWordings(reminded: readonly Reminded[]): string[] {
  return reminded.map(({ userId, localDate }) => {
    const begin = createHash('sha256').update(userId).digest()[0]!;
    return wordings[(begin + Math.floor(Date.parse(localDate) / 86_400_000)) % wordings.length]!;
  });
}
