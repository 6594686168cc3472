// The wordings of reminders, chosen for thousands of learners at once: what is chosen, shown and rewarded is kept, and learned from.
import { needsStreak, rotateWordings, wordings, type Reminded } from '../learning/reminder-wording.ts';
import { inRounds } from '../store/pages.ts';
import type { Statement, Store, Transaction } from '../store/postgres.ts';
import { assign, isRunning, type Variant } from './assignment.ts';
import { chooseWording } from './choose-wording.ts';
import { evidenceHalfLifeDays, wordingScores, type Tally } from './wording-scores.ts';

type Run = Transaction['run'];

/** The experiment's name in `experiments`; pausing it lets wordings go round. */
export const reminderWording = 'reminder-wording';
/** Learners whose wordings go round while the others' are learned, so that the difference can be measured; what they see is learned from, too. */
const shareOfRotation = 0.1;
/** A lesson that is finished so soon after a reminder was shown counts for its wording. */
const rewardWithinMs = 2 * 3_600_000;
const dayMs = 24 * 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

const readTallies: Statement = { name: 'read-wording-tallies', text: 'select eligible, wording, shown, rewards, penalties from wording_tallies' };
// A streak that has broken is none, whether or not the sweep has been there.
const readLearners: Statement = {
  name: 'read-reminded',
  text: `
    select v.user_id, coalesce(case when s.breaks_at > $2 then s.days end, 0) as days,
      (select jsonb_object_agg(w.wording, extract(epoch from $2 - w.seen_at)) from wordings_seen w where w.user_id = v.user_id) as seen,
      (select a.variant from experiment_assignments a where a.user_id = v.user_id and a.experiment_id = $3) as variant
    from unnest($1::uuid[]) as v(user_id) left join streaks s using (user_id)`,
};
const insertChoices: Statement = {
  name: 'insert-reminder-choices',
  text: `
    insert into reminder_choices (user_id, chosen_at, wording, eligible, penalty)
    select v.user_id, $1, v.wording, string_to_array(v.eligible, ' '), v.penalty
    from unnest($2::uuid[], $3::varchar[], $4::text[], $5::real[]) as v(user_id, wording, eligible, penalty) order by v.user_id
    on conflict (user_id, chosen_at) do nothing`,
};

/** What a learner's streak of so many days lets them be told, in alphabetical order. */
export function eligibleWordings(streakDays: number): string[] {
  return wordings.filter((wording) => streakDays >= (needsStreak[wording] ?? 0)).toSorted();
}

/** What choices are made by: whether they are made at all, and how good each wording is. */
export interface Basis {
  running: boolean;
  scores: ReadonlyMap<string, number>;
}

/** Reads it; good for as long as one sweep takes. */
export async function readBasis(run: Run): Promise<Basis> {
  return (await isRunning(run, reminderWording)) ? { running: true, scores: wordingScores(await run<Tally>(readTallies, [])) } : { running: false, scores: new Map() };
}

/**
 * A wording for each, in the same order, in two statements however many there are, and one more when some are new here.
 * While the experiment is paused, wordings go round and nothing is kept.
 * @param now ms since the epoch @param random in [0, 1)
 */
export async function chooseWordings(run: Run, reminded: readonly Reminded[], { now, random, basis }: { now: number; random: () => number; basis: Basis }): Promise<string[]> {
  if (reminded.length === 0 || !basis.running) return rotateWordings(reminded);
  const ids = reminded.map(({ userId }) => userId);
  const rows = await run<{ user_id: string; days: number; seen: Record<string, number> | null; variant: Variant | null }>(readLearners, [ids, iso(now), reminderWording]);
  const known = new Map(rows.map((row) => [row.user_id, row]));
  const unassigned = rows.filter(({ variant }) => variant === null).map((row) => row.user_id);
  const added: Map<string, Variant> = unassigned.length === 0 ? new Map() : await assign(run, reminderWording, unassigned, now, shareOfRotation);
  const chosen = reminded.map((one) => {
    const { userId } = one;
    const { days = 0, seen = null, variant = null } = known.get(userId) ?? {};
    const daysSince = new Map(Object.entries(seen ?? {}).map(([wording, seconds]) => [wording, (seconds * 1000) / dayMs]));
    const eligible = eligibleWordings(days);
    const own = (variant ?? added.get(userId)) === 'B' ? { wording: rotateWordings([one])[0]!, penalty: 0 } : chooseWording({ eligible, scores: basis.scores, daysSince }, random);
    return { userId, eligible, ...own };
  });
  await run(insertChoices, [iso(now), ids, chosen.map((c) => c.wording), chosen.map((c) => c.eligible.join(' ')), chosen.map((c) => c.penalty)]);
  return chosen.map(({ wording }) => wording);
}

// A reminder may wait hours for its turn, yet not half a day; and its letter has the database's time, not the chooser's.
const show: Statement = {
  name: 'show-reminder-choices',
  text: `
    with shown as (
      update reminder_choices c set shown_at = v.at from unnest($1::uuid[], $2::timestamptz[]) as v(user_id, at)
      where c.user_id = v.user_id and c.chosen_at between v.at - interval '12 hours' and v.at + interval '5 minutes' and c.shown_at is null
      returning c.user_id, c.wording, c.shown_at)
    insert into wordings_seen (user_id, wording, seen_at)
    select user_id, wording, max(shown_at) from shown group by user_id, wording order by user_id
    on conflict (user_id, wording) do update set seen_at = excluded.seen_at`,
};

/** Notes that the reminders chosen for these learners were said, `at` ms since the epoch. */
export async function noteShown(run: Run, shown: readonly { userId: string; at: number }[]): Promise<void> {
  const last = [...new Map(shown.map((one) => [one.userId, one.at]))];
  await run(show, [last.map(([userId]) => userId), last.map(([, at]) => iso(at))]);
}

const credit: Statement = {
  name: 'credit-reminder-choices',
  text: `
    update reminder_choices c set reward_at = v.at from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as v(user_id, since, at)
    where c.user_id = v.user_id and c.chosen_at > v.since - interval '12 hours' and c.shown_at between v.since and v.at and c.reward_at is null`,
};

/** Credits the reminders that these finished lessons followed within two hours. */
export async function creditLessons(run: Run, lessons: readonly { userId: string; at: number }[]): Promise<void> {
  const first = [...new Map(lessons.toReversed().map((one) => [one.userId, one.at]))];
  await run(credit, [first.map(([userId]) => userId), first.map(([, at]) => iso(at - rewardWithinMs)), first.map(([, at]) => iso(at))]);
}

// An hour more than a reward takes, for a turn that came late.
const sumUp: Statement = {
  name: 'tally-reminder-choices',
  text: `
    with over as (
      select user_id, chosen_at from reminder_choices where not tallied and shown_at < $1::timestamptz - interval '3 hours'
      order by shown_at limit $2 for update skip locked),
    settled as (
      update reminder_choices c set tallied = true from over where c.user_id = over.user_id and c.chosen_at = over.chosen_at
      returning c.eligible, c.wording, c.penalty, c.reward_at),
    added as (
      insert into wording_tallies as t (eligible, wording, shown, rewards, penalties, faded_at)
      select eligible, wording, count(*), count(reward_at), sum(penalty), $1::timestamptz from settled group by eligible, wording order by eligible, wording
      on conflict (eligible, wording) do update set shown = t.shown + excluded.shown, rewards = t.rewards + excluded.rewards, penalties = t.penalties + excluded.penalties)
    select count(*)::int as n from settled`,
};
// Once a day is enough. The same as `faded` of wording-scores.ts.
const fade: Statement = {
  name: 'fade-wording-tallies',
  text: `
    update wording_tallies t set shown = t.shown * f.kept, rewards = t.rewards * f.kept, penalties = t.penalties * f.kept, faded_at = $1::timestamptz
    from (select eligible, wording, 0.5 ^ (extract(epoch from $1::timestamptz - faded_at)::float8 / ${(evidenceHalfLifeDays * dayMs) / 1000}) from wording_tallies) f(eligible, wording, kept)
    where t.eligible = f.eligible and t.wording = f.wording and t.faded_at <= $1::timestamptz - interval '1 day'`,
};
const forget: Statement = { name: 'forget-reminder-choices', text: `delete from reminder_choices where chosen_at < $1::timestamptz - interval '90 days'` };

/**
 * Adds the choices that are over to what is learned from, each once; lets what was learned before fade, and forgets choices
 * older than 90 days.
 * @param now ms since the epoch @param limit choices in one statement
 * @returns how many were added
 */
export async function tallyChoices(store: Pick<Store, 'run'>, now: number, limit = 10_000): Promise<number> {
  await store.run(fade, [iso(now)]);
  const added = await inRounds(limit, async () => (await store.run<{ n: number }>(sumUp, [iso(now), limit]))[0]!.n);
  await store.run(forget, [iso(now)]);
  return added;
}
