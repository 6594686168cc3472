// Writes the turns of many learners in one transaction: letters consumed, sessions, log, outbox – or nothing of it.
import type { Statement, Transaction } from '../store/postgres.ts';
import type { Claimed } from './claim.ts';
import { leaseSeconds } from './claim.ts';
import { nextTimerAt } from '../conversation/session.ts';
import type { Turned } from '../conversation/turn.ts';
import { loggedAs } from './logged.ts';

/** A turn to be written, and what it writes to the outbox. */
export interface Ready {
  claimed: Claimed;
  turned: Turned;
  /** The session as JSON. */
  state: string;
  outbox: OutboxRow[];
}

/** One committed effect that leaves after the commit. (userId, seq, i) is its name. */
export interface OutboxRow {
  userId: string;
  seq: number;
  i: number;
  kind: string;
  body: string;
  attempts: number;
  /** Until when WhatsApp lets a free-form message through, ms since the epoch. */
  windowUntil: number | null;
}

export interface Written {
  user_id: string;
  /** More mail is waiting that may be taken at once. */
  more: boolean;
  /** Earlier replies to this learner that have not left yet, whoever has them in hand; null when there are none. */
  earlier: { seq: number; i: number }[] | null;
}

// Mailboxes are locked in user_id order, like everywhere. A learner whose epoch or turn has moved on is left out of all
// parts: somebody else took over, and this work never happened. The columns travel through the parts instead of being
// joined again: the planner takes the arrays for ten rows and would compare each with each.
const commitTurns: Statement = {
  name: 'commit-turns',
  text: `
    with v as (
      select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::int[], $7::text[], $8::bigint[], $9::bigint[], $10::bool[], $11::bool[], $12::timestamptz[], $13::timestamptz[], $14::bool[])
        as v(user_id, epoch, turn_before, turn, state, version, chart, mail_taken, urgent_taken, held, stopped, look_again_at, next_timer_at, heard)
    ), mine as materialized (
      select v.* from (select * from v order by user_id) v,
        lateral (select from mailboxes m where m.user_id = v.user_id and m.epoch = v.epoch and m.turn = v.turn_before for update) as box
    ), box as (
      update mailboxes m set mail_taken = v.mail_taken, urgent_taken = v.urgent_taken, held = v.held, stopped = v.stopped, turn = v.turn,
        lease_until = '-infinity', ready_at = coalesce(v.look_again_at, now())
      from mine v where m.user_id = v.user_id
      returning m.user_id, v.turn_before, v.turn, v.version, v.chart, v.state, v.next_timer_at, v.heard,
        v.look_again_at is null and ((m.mail_posted > m.mail_taken and not m.held) or m.urgent_posted > m.urgent_taken) as more
    ), changed as (
      update sessions s set seq = v.turn, version = v.version, chart = v.chart, state = v.state, updated_at = now(),
        next_timer_at = case when v.next_timer_at is null or s.next_timer_at <= v.next_timer_at then s.next_timer_at else v.next_timer_at end
      from box v where s.user_id = v.user_id and v.turn_before > 0 and v.turn > v.turn_before
    ), opened as (
      insert into sessions (user_id, seq, version, chart, state, next_timer_at)
      select user_id, turn, version, chart, state, next_timer_at from box where turn_before = 0
    ), seen as (
      update users u set last_active_at = now() from box v where u.id = v.user_id and v.heard
    ), logged as (
      insert into conversation_logs (user_id, role, content, message_type, created_at, whatsapp_message_id)
      select l.user_id, 'user', l.content, l.type::message_type, l.at, l.id
      from unnest($15::uuid[], $16::text[], $17::text[], $18::timestamptz[], $19::text[]) with ordinality as l(user_id, content, type, at, id, ord) join box using (user_id)
      order by ord on conflict do nothing
    ), leaving as (
      insert into outbox (user_id, seq, i, kind, body, owner, lease_until, window_until)
      select o.user_id, o.seq, o.i, o.kind, o.body, $20, now() + interval '${leaseSeconds} seconds', o.window_until
      from unnest($21::uuid[], $22::bigint[], $23::smallint[], $24::text[], $25::text[], $26::timestamptz[]) as o(user_id, seq, i, kind, body, window_until) join box using (user_id)
    )
    select b.user_id, b.more, (select json_agg(json_build_object('seq', o.seq, 'i', o.i)) from outbox o where o.user_id = b.user_id and o.kind = 'say') as earlier from box b`,
};

/**
 * Commits turns. Learners that come back are committed; one that is missing was taken over by another worker.
 * @param owner the process that will let the outbox rows leave
 */
export function commitWith(run: Transaction['run'], ready: readonly Ready[], owner: string): Promise<Written[]> {
  const of = <T>(value: (r: Ready) => T) => ready.map(value);
  const log = ready.flatMap(({ claimed, turned }) => turned.heard.map((heard) => ({ userId: claimed.userId, ...loggedAs(heard.mail.content), at: heard.postedAt, id: heard.mail.id })));
  const out = ready.flatMap((r) => r.outbox);
  return run<Written>(commitTurns, [
    of((r) => r.claimed.userId), of((r) => r.claimed.epoch), of((r) => r.claimed.turn), of((r) => r.turned.session!.seq),
    of((r) => r.state), of((r) => r.turned.session!.version), of((r) => r.turned.session!.chart),
    of((r) => r.turned.taken[0]), of((r) => r.turned.taken[1]), of((r) => r.turned.held), of((r) => r.turned.stopped),
    of((r) => timestamp(r.turned.lookAgainAt)), of((r) => timestamp(nextTimerAt(r.turned.session!))), of((r) => r.turned.heard.length > 0),
    log.map((l) => l.userId), log.map((l) => l.content), log.map((l) => l.type), log.map((l) => timestamp(l.at)), log.map((l) => l.id.slice(0, 100)),
    owner,
    out.map((o) => o.userId), out.map((o) => o.seq), out.map((o) => o.i), out.map((o) => o.kind), out.map((o) => o.body), out.map((o) => timestamp(o.windowUntil)),
  ]);
}

const timestamp = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
