// The virtual clock: one offset that the engine's `now` and PostgreSQL's now() both read, moved only forward.
import type { Store } from '../../src/store/postgres.ts';

export interface VirtualClock {
  /** ms since the epoch. Between jumps it runs as fast as the real one. */
  now(): number;
  /** Moves on to this instant (ms since the epoch); an earlier one changes nothing. */
  jumpTo(at: number): Promise<void>;
}

// A function of ours named now() comes before PostgreSQL's own as long as its schema does in the search path. Defaults
// are bound to a function and not to a name, so those that exist are written again.
const install = `
  create table virtual_clock (ahead interval not null);
  insert into virtual_clock values (interval '0');
  create function public.now() returns timestamptz language sql stable as 'select pg_catalog.now() + ahead from public.virtual_clock';
  do $$
  declare d record;
  begin
    execute format('alter database %I set search_path = public, pg_catalog', current_database());
    set local search_path = public, pg_catalog;
    for d in
      select c.relname, a.attname from pg_attrdef f join pg_class c on c.oid = f.adrelid
      join pg_attribute a on a.attrelid = f.adrelid and a.attnum = f.adnum join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and pg_get_expr(f.adbin, f.adrelid) ~ '(^|\\.)now\\(\\)$'
    loop
      execute format('alter table public.%I alter column %I set default public.now()', d.relname, d.attname);
    end loop;
  end $$;`;

/** Puts the clock into a database that nobody else uses. Connections opened from now on go by it, so it is to be called before the engine starts. */
export async function installClock(store: Store): Promise<void> {
  await store.knex.raw(install);
}

/** Opens the clock of a database, beginning at `start` (ms since the epoch). @param store opened after the clock was installed */
export async function openClock(store: Store, start: number): Promise<VirtualClock> {
  let ahead = 0;
  const set = async (next: number) => {
    await store.run({ name: 'set-clock', text: `update virtual_clock set ahead = $1 * interval '1 millisecond'` }, [next]);
    ahead = next;
  };
  await set(start - Date.now());
  return {
    now: () => Date.now() + ahead,
    async jumpTo(at) {
      const next = Math.ceil(at - Date.now());
      if (next > ahead) await set(next);
    },
  };
}
