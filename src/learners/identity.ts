// Finds the learner behind a phone number or a business-scoped user id, and makes one for a stranger.
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Store, Statement } from '../store/postgres.ts';

/** Who wrote: `phone` is E.164 with +, `bsuid` Meta's business-scoped user id; at least one is there. */
export interface Writer {
  phone: string | null;
  bsuid: string | null;
  name: string | null;
}

const findIdentities: Statement = { name: 'find-identities', text: 'select value, user_id from identities where value = any($1::varchar[])' };

// Finds whom it can and makes learners of people nobody of whose names is known. `on conflict do nothing` makes two
// processes that meet the same stranger agree: the loser finds the winner's learner.
const meetPeople: Statement = {
  name: 'meet-people',
  text: `
    with v as (
      select * from unnest($1::uuid[], $2::varchar[], $3::varchar[], $4::varchar[]) as v(id, phone, bsuid, name)
    ), known as (
      select value, user_id from identities where value = any($5::varchar[])
    ), strangers as (
      select * from v where (phone is null or phone not in (select value from known)) and (bsuid is null or bsuid not in (select value from known))
    ), made as (
      insert into users (id, whatsapp_id, phone_number, display_name, last_active_at)
      select id, ltrim(phone, '+'), phone, name, now() from strangers on conflict (whatsapp_id) do nothing returning id
    ), named as (
      insert into identities (value, kind, user_id)
      select value, kind, id from strangers join made using (id), lateral (values (phone, 'phone'), (bsuid, 'bsuid')) as names(value, kind)
      where value is not null on conflict (value) do nothing returning value, user_id
    )
    select value, user_id, false as made from known union all select value, user_id, true from named`,
};

// A learner's own number that has lost its name, through changes that arrived late or twice.
const nameNumbers: Statement = {
  name: 'name-numbers',
  text: `
    insert into identities (value, kind, user_id)
    select '+' || u.whatsapp_id, 'phone', u.id from users u where u.whatsapp_id = any($1::varchar[]) on conflict (value) do nothing`,
};

// Known by one name to somebody already and by the other to nobody: what was made just now gives way.
const mergeStranger: Statement = {
  name: 'merge-strangers',
  text: `
    with v as (select * from unnest($1::uuid[], $2::uuid[]) as v(stranger, learner)),
    freed as (update users u set whatsapp_id = null from v where u.id = v.stranger returning u.id)
    update identities i set user_id = v.learner from v where i.user_id = v.stranger`,
};

const addIdentity: Statement = {
  name: 'add-identities',
  text: 'insert into identities (value, kind, user_id) select * from unnest($1::varchar[], $2::varchar[], $3::uuid[]) on conflict (value) do nothing',
};

const dropNameless: Statement = {
  name: 'drop-nameless-learners',
  text: 'delete from users u where u.id = any($1::uuid[]) and not exists (select from identities i where i.user_id = u.id)',
};

// A learner who was erased, or whose number went to somebody else in another process, is noticed after this long.
const freshForMs = 60_000;

interface Waiting {
  writer: Writer;
  resolve(userId: string): void;
  reject(error: unknown): void;
}

/** Makes the function that finds the learner of a writer; calls made at about the same time share their statements. Rejects when the database cannot be reached. */
export function createIdentities(store: Store): { (writer: Writer): Promise<string> | string; forget(value: string): void } {
  const known = new LRUCache<string, string>({ max: 100_000, ttl: freshForMs });
  // By name, how many are being looked up: a later message of somebody who has become known meanwhile must not overtake them.
  const asked = new Map<string, number>();
  let waiting: Waiting[] = [];
  let busy = false;

  const flush = async () => {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, 1_000);
      try {
        const found = await resolveAll(store, batch.map((w) => w.writer));
        for (const [value, userId] of found) known.set(value, userId);
        // The business-scoped id stays when the number changes, so it decides.
        for (const { writer, resolve } of batch) resolve(found.get(writer.bsuid ?? '') ?? found.get(writer.phone ?? '')!);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      } finally {
        for (const { writer } of batch) {
          for (const value of namesOf(writer)) {
            const left = asked.get(value)! - 1;
            if (left === 0) asked.delete(value);
            else asked.set(value, left);
          }
        }
      }
    }
    busy = false;
  };

  const find = (writer: Writer) => {
    const byBsuid = writer.bsuid === null ? undefined : known.get(writer.bsuid);
    const byPhone = writer.phone === null ? undefined : known.get(writer.phone);
    const complete = (writer.bsuid === null || byBsuid !== undefined) && (writer.phone === null || byPhone !== undefined);
    if (complete && !namesOf(writer).some((value) => asked.has(value))) return byBsuid ?? byPhone!;
    return new Promise<string>((resolve, reject) => {
      for (const value of namesOf(writer)) asked.set(value, (asked.get(value) ?? 0) + 1);
      waiting.push({ writer, resolve, reject });
      if (!busy) {
        busy = true;
        setImmediate(() => void flush());
      }
    });
  };
  return Object.assign(find, { forget: (value: string) => void known.delete(value) });
}

const namesOf = ({ bsuid, phone }: Writer): string[] => [bsuid, phone].filter((value) => value !== null);

async function resolveAll(store: Store, writers: readonly Writer[]): Promise<Map<string, string>> {
  const values = [...new Set(writers.flatMap(namesOf))];
  const people = peopleAmong(writers);
  const rows = await store.run<{ value: string; user_id: string; made: boolean }>(meetPeople, [people.map((p) => p.id), people.map((p) => p.phone), people.map((p) => p.bsuid), people.map((p) => p.name), values]);
  const known = new Set(rows.flatMap((row) => (row.made ? [] : [row.value])));
  let found = new Map(rows.map((row) => [row.value, row.user_id]));
  const of = (w: Writer) => found.get(w.bsuid ?? '') ?? found.get(w.phone ?? '');
  const strangers = people.filter((person) => !namesOf(person).some((name) => known.has(name)));
  // As a rule nobody else met the same strangers, and all is said.
  if (rows.length - known.size < strangers.flatMap(namesOf).length) {
    const find = async () => new Map((await store.run<{ value: string; user_id: string }>(findIdentities, [values])).map((r) => [r.value, r.user_id]));
    await store.run(nameNumbers, [strangers.flatMap((s) => (s.phone === null ? [] : [s.phone.slice(1)]))]);
    found = await find();
    const merged = strangers.filter((s) => of(s) !== s.id && s.phone !== null && found.get(s.phone) === s.id);
    if (merged.length > 0) {
      await store.run(mergeStranger, [merged.map((s) => s.id), merged.map((s) => of(s))]);
      found = await find();
    }
    const lost = strangers.filter((s) => of(s) !== s.id).map((s) => s.id);
    if (lost.length > 0) await store.run(dropNameless, [lost]);
  }
  const unlinked = [...people, ...writers].flatMap((w) => [{ value: w.bsuid, kind: 'bsuid' }, { value: w.phone, kind: 'phone' }].flatMap(({ value, kind }) => {
    const userId = of(w);
    return value !== null && userId !== undefined && !found.has(value) ? [{ value, kind, userId }] : [];
  }));
  if (unlinked.length > 0) {
    await store.run(addIdentity, [unlinked.map((u) => u.value), unlinked.map((u) => u.kind), unlinked.map((u) => u.userId)]);
    for (const { value, user_id } of await store.run<{ value: string; user_id: string }>(findIdentities, [values])) found.set(value, user_id);
  }
  return found;
}

// The same person may come twice in a batch, once under both names and once under one. The id is for a stranger.
function peopleAmong(writers: readonly Writer[]): (Writer & { id: string })[] {
  const byName = new Map<string, Writer & { id: string }>();
  for (const w of writers) {
    const same = namesOf(w).map((name) => byName.get(name)).find((s) => s !== undefined) ?? { phone: null, bsuid: null, name: null, id: randomUUID() };
    Object.assign(same, { phone: same.phone ?? w.phone, bsuid: same.bsuid ?? w.bsuid, name: same.name ?? w.name });
    for (const name of namesOf(same)) byName.set(name, same);
  }
  return [...new Set(byName.values())];
}
