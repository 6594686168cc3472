// The job `send-reminders`: finds who is due, posts each a letter and moves their due time on, in one transaction a batch.
import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from './job.ts';
import { firstInstant, formatInstant, nextFireOn, parseInstant } from '../src/learners/calendar.ts';
import { latestMs, sayableUntil } from '../src/learners/reminder-hours.ts';
import { approvedTemplates } from '../src/learners/templates.ts';
import { templateFor, windowOf } from '../src/learners/reach.ts';
import { knownZone } from '../src/learners/zones.ts';
import { chooseWordings, readBasis, type Basis } from '../src/experiments/reminder-choices.ts';
import { rotateWordings, type Reminded } from '../src/learning/reminder-wording.ts';
import { reminderLetter, type Posted } from '../src/mailbox/letter.ts';
import { postWithin } from '../src/mailbox/post.ts';
import type { Statement, Store, Transaction } from '../src/store/postgres.ts';

type Run = Transaction['run'];

export interface SendOptions {
  store: Store;
  /** ms since the epoch */
  now(): number;
  /** How many reminders a second are let go: what is due at nine leaves room for who is talking. */
  perSecond: number;
  /** How many different learners may hear a template in 24 hours. */
  reach: number;
  /** Chooses a wording for each, in the transaction that posts them. */
  choose?(run: Run, reminded: readonly Reminded[]): Promise<string[]> | string[];
  /** Learners a transaction. */
  batch?: number;
  /** What is left to others after each batch, as a share of the time that the batch took. */
  rest?: number;
  /** Waits so many ms. */
  wait?(ms: number): Promise<unknown>;
}

/** What became of those who were due. `late`: their hour had passed. `unheard`: they said STOP, or are outside the window without a template. */
export interface Sent {
  posted: number;
  late: number;
  unheard: number;
}

interface Due {
  user_id: string;
  kind: string;
  zone: string;
  /** "HH:MM:SS" */
  time: string;
  due_at: Date;
  date: string;
  stopped: boolean;
  last_message_at: Date | null;
}

// The longest streak comes first, and so gets what there is of Meta's limits; one that has broken is none, settled or not.
// Read once for many batches: to sort all who are due for each batch costs more than everything else. With `between` and a
// look-up a learner the plan that serves every call goes by the indexes; with `<=` and a join it reads both tables whole, on
// every core there is. One text a batch and not a row each: to take 20,000 rows apart, and to keep them, would hold this
// process up for tens of milliseconds.
const readDue: Statement = {
  name: 'read-due-reminders',
  text: `
    select string_agg(user_id || ' ' || kind, ',' order by place) as names, count(*)::int as size from (
      select r.user_id, r.kind, row_number() over (order by coalesce((select case when k.breaks_at <= $1 then 0 else k.days end from streaks k where k.user_id = r.user_id), 0) desc, r.user_id) as place
      from reminders r where r.due_at between '-infinity' and $1 order by place limit $2) first
    group by (place - 1) / $3::int order by min(place)`,
};

// One scheduler at a time, or two would take twice the room that is left to others; the lock is let go with each batch, and
// by a scheduler that dies. And others' commits need not wait for this one's flush. Nothing can come of a letter before it is
// on disk: the turn that takes it commits after it, and flushes both.
const begin: Statement = { name: 'begin-reminders', text: `select pg_try_advisory_xact_lock(hashtext('charla:reminders')) as alone, set_config('synchronous_commit', 'off', true)` };

// Both rows are locked, and neither is waited for: a turn holds the mailbox while it saves a profile, and another scheduler
// may be at the same learners. Who is not due any more has been served meanwhile.
const claimDue: Statement = {
  name: 'claim-due-reminders',
  text: `
    select r.user_id, r.kind, r.zone, r.local_time as time, r.due_at, r.local_date::text as date, m.stopped, m.last_message_at
    from unnest($2::uuid[], $3::varchar[]) with ordinality as v(user_id, kind, place)
    join reminders r using (user_id, kind) join mailboxes m using (user_id)
    where r.due_at <= $1 order by v.place for update of r, m skip locked`,
};

const moveOn: Statement = {
  name: 'move-reminders-on',
  text: `
    update reminders r set due_at = v.due, local_date = v.date
    from unnest($1::uuid[], $2::varchar[], $3::timestamptz[], $4::date[]) as v(user_id, kind, due, date) where r.user_id = v.user_id and r.kind = v.kind`,
};

/** Works through all who are due now, the whole lot once, with a rest after each batch. Of two schedulers the one that meets the other at work leaves it all to that one. */
export async function sendReminders(options: SendOptions): Promise<Sent> {
  const { store, now, batch = 100, rest = 0.1, wait = pause } = options;
  const sent: Sent = { posted: 0, late: 0, unheard: 0 };
  for (;;) {
    const batches = await store.transaction(({ run }) => listDue(run, now(), batch));
    if (batches === null) return sent;
    let claimed = 0;
    for (const { names } of batches) {
      const begun = performance.now();
      const found = await store.transaction(({ run }) => sendBatch(run, options, names, sent));
      // Whoever is at it goes on to the end.
      if (found === null) return sent;
      claimed += found.claimed;
      sent.posted += found.posted;
      sent.late += found.late;
      sent.unheard += found.unheard;
      if (rest > 0) await wait((performance.now() - begun) * rest);
    }
    // Whom somebody else holds is left to them, or to the next minute.
    if (claimed === 0 || batches.reduce((sum, { size }) => sum + size, 0) < mostAtOnce) return sent;
  }
}

const mostAtOnce = 20_000;
/** From the moment a letter is let go until WhatsApp has what it says, at most, as a rule. */
const onTheWayMs = 60_000;

// Under the lock as well: to find and sort so many keeps a processor busy for a tenth of a second, and two would leave the others none.
async function listDue(run: Run, at: number, batch: number): Promise<{ names: string; size: number }[] | null> {
  if (!(await run<{ alone: boolean }>(begin, []))[0]!.alone) return null;
  return run(readDue, [formatInstant(at), mostAtOnce, batch]);
}

async function sendBatch(run: Run, { now, perSecond, reach, choose = (_run, reminded) => rotateWordings(reminded) }: SendOptions, names: string, before: Sent): Promise<(Sent & { claimed: number }) | null> {
  const at = now();
  if (!(await run<{ alone: boolean }>(begin, []))[0]!.alone) return null;
  const ids = names.split(',').map((name) => name.split(' '));
  const clock = createClock(at);
  const due = (await run<Due>(claimDue, [formatInstant(at), ids.map(([id]) => id), ids.map(([, kind]) => kind)])).map((one) => ({ ...one, ...clock(one) }));
  if (due.length === 0) return { claimed: 0, posted: 0, late: 0, unheard: 0 };
  const willing = due.filter((one) => !one.stopped).map((one, i) => ({ ...one, goesAt: at + ((before.posted + i) / perSecond) * 1000 }));
  const timely = willing.filter(({ goesAt, until }) => goesAt <= until);
  // Whose window closes before their turn takes a template along; the turn says it if it must. The template speaks of the hour
  // that was asked for, so nothing but the daily reminder goes out by it.
  const outside = timely.filter((one) => windowOf(one.last_message_at) < one.goesAt + onTheWayMs && one.kind === 'daily');
  const template = outside.length === 0 ? () => null : await templateFor(run, outside.map((one) => one.user_id), { at, reach, approved: await approvedTemplates(run) });
  const heard = timely.map((one) => ({ ...one, template: template(one.user_id) })).filter((one) => windowOf(one.last_message_at) >= one.goesAt || one.template !== null);
  // A template has its own words, and so has the evening's word.
  const free = heard.filter((one) => one.template === null && one.kind === 'daily');
  const chosen = await choose(run, free.map((one) => ({ userId: one.user_id, kind: one.kind, localDate: one.date })));
  const wordingOf = new Map(free.map((one, i) => [one, chosen[i]!]));
  await postWithin(run, heard.map((one, i): Posted => ({
    ...reminderLetter(one.user_id, one.date, { about: one.kind, variant: wordingOf.get(one) ?? 'plain', time: one.time.slice(0, 5), dayBeganAt: one.dayBeganAt, until: one.until, template: one.template }),
    delayMs: Math.floor(((before.posted + i) / perSecond) * 1000),
  })));
  await run(moveOn, [due.map((d) => d.user_id), due.map((d) => d.kind), due.map((d) => d.next.at), due.map((d) => d.next.date)]);
  return { claimed: due.length, posted: heard.length, late: willing.length - timely.length, unheard: due.length - willing.length + timely.length - heard.length };
}

interface Hour {
  /** The learner's date that it is for. */
  date: string;
  /** After this nothing is said any more, ms since the epoch. */
  until: number;
  dayBeganAt: number;
  next: { at: string; date: string };
}

// Most who are due together share a zone and an hour, so each is reckoned once.
function createClock(at: number): (one: Due) => Hour {
  const known = new Map<string, Hour>();
  return (one) => {
    const key = `${one.kind} ${one.zone} ${one.time} ${one.due_at.getTime()} ${one.date}`;
    let hour = known.get(key);
    if (!hour) known.set(key, (hour = reckonHour({ ...one, zone: knownZone(one.zone) }, at)));
    return hour;
  };
}

function reckonHour(one: Due, at: number): Hour {
  const { zone, time } = one;
  const own = hourAt(one, at);
  const first = firstInstant(zone, own.date);
  return {
    date: own.date,
    until: sayableUntil(zone, own.dueAt),
    // A date that the zone skipped has no beginning of its own.
    dayBeganAt: first === null ? at : parseInstant(first),
    next: nextFireOn({ zone, time, after: formatInstant(at) }),
  };
}

// When nobody has looked for a day or more, today's hour may have come just now: only those before it are lost. The evening's
// word is for the date that it was found to be worth it on.
function hourAt({ kind, zone, time, due_at, date }: Due, at: number): { dueAt: number; date: string } {
  const own = { dueAt: due_at.getTime(), date };
  if (kind !== 'daily' || at - own.dueAt <= latestMs) return own;
  const last = nextFireOn({ zone, time, after: formatInstant(Math.max(own.dueAt, at - latestMs - 1)) });
  return parseInstant(last.at) <= at ? { dueAt: parseInstant(last.at), date: last.date } : own;
}

export const sendRemindersJob: Job = {
  name: 'send-reminders',
  cron: '* * * * *',
  about: 'posts a letter to each learner whose hour has come',
  async run({ store, now, remindersPerSecond, templateReach }) {
    let basis: Basis | undefined;
    const { posted, late, unheard } = await sendReminders({
      store, now, perSecond: remindersPerSecond, reach: templateReach,
      choose: async (run, reminded) => chooseWordings(run, reminded, { now: now(), random: Math.random, basis: basis ??= await readBasis(run) }),
    });
    return `${posted} posted, ${late} too late, ${unheard} unheard`;
  },
};
