// What a live database says about itself, in the same words as the list of the data contract.
import type { Knex } from 'knex';
import type { Column } from './prd.ts';

async function rows<Row>(database: Knex, sql: string): Promise<Row[]> {
  return (await database.raw<{ rows: Row[] }>(sql)).rows;
}

/** Groups rows into lists by their first field. */
function grouped<Value>(pairs: [string, Value][]): Record<string, Value[]> {
  const groups: Record<string, Value[]> = {};
  for (const [key, value] of pairs) (groups[key] ??= []).push(value);
  return groups;
}

/** The columns of every table, in their order. An identity column's default reads "identity". */
export async function liveColumns(database: Knex): Promise<Record<string, Column[]>> {
  const found = await rows<{ table: string; column: Column }>(database, `
    select c.table_name as table,
           json_build_array(c.column_name, format_type(a.atttypid, a.atttypmod),
             case c.is_nullable when 'YES' then 'null' else 'not null' end,
             case c.is_identity when 'YES' then 'identity' else c.column_default end) as column
      from information_schema.columns c
      join pg_attribute a on a.attrelid = format('public.%I', c.table_name)::regclass and a.attname = c.column_name
     where c.table_schema = 'public'
     order by c.table_name, c.ordinal_position`);
  return grouped(found.map((row) => [row.table, row.column]));
}

/** The labels of every enum type, in their order. */
export async function liveEnums(database: Knex): Promise<Record<string, string[]>> {
  const found = await rows<{ name: string; label: string }>(database, `
    select t.typname as name, e.enumlabel as label
      from pg_type t join pg_enum e on e.enumtypid = t.oid
     where t.typnamespace = 'public'::regnamespace
     order by t.typname, e.enumsortorder`);
  return grouped(found.map((row) => [row.name, row.label]));
}

/** Primary, unique and foreign keys of every table. */
export async function liveConstraints(database: Knex): Promise<Record<string, string[]>> {
  const found = await rows<{ table: string; definition: string }>(database, `
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
      from pg_constraint
     where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')`);
  return grouped(found.map((row) => [row.table, row.definition]));
}

/** Indexes that do not merely stand behind a key. A partial or unique one says so. */
export async function liveIndexes(database: Knex): Promise<Record<string, string[]>> {
  const found = await rows<{ table: string; definition: string }>(database, `
    select i.indrelid::regclass::text as table,
           (case when i.indisunique then 'unique ' else '' end)
             || regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING btree ', '') as definition
      from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relnamespace = 'public'::regnamespace
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))`);
  return grouped(found.map((row) => [row.table, row.definition]));
}

/** Everything of ours in the schema, by kind and name; knex's own two bookkeeping tables are not ours. */
export async function liveObjects(database: Knex): Promise<string[]> {
  const found = await rows<{ object: string }>(database, `
    select 'relation ' || relname as object from pg_class
     where relnamespace = 'public'::regnamespace and relname not like 'knex\\_migrations%'
    union all
    select 'type ' || typname from pg_type
     where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
    union all
    select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
    union all
    select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
     order by 1`);
  return found.map((row) => row.object);
}
