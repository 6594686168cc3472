// What a scheduled job is: a name, when it runs, and what it does; and what every job is given.
import type { Store } from '../src/store/postgres.ts';

/** What jobs are given. Times come from `now`, ms since the epoch. */
export interface JobGround {
  store: Store;
  now(): number;
  /** Raw chat is kept so many days. */
  retentionDays: number;
  /** Reminders let go a second. */
  remindersPerSecond: number;
  /** Different learners who may hear a template in 24 hours. */
  templateReach: number;
}

export interface Job {
  name: string;
  /** Minute, hour, day, month, weekday, in UTC: what follows a learner's own clock is found by a due column. */
  cron: string;
  /** For the list of jobs. */
  about: string;
  /** It also runs when a scheduler starts. */
  atStart?: boolean;
  /** Does its work once; safe to do twice, and beside itself in another process. @returns what it did, in words, about nobody in particular */
  run(ground: JobGround): Promise<string>;
}
