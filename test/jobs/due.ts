// What tests of reminders share: learners with a mailbox and a wish, at an hour of their own.
import { keepReminders, type Wish } from '../../src/learners/reminders.ts';
import type { World } from '../world.ts';

/** Adds learners with these wishes. `wrote`: when they last wrote, ISO; null for never. Resolves with their ids. */
export async function addLearners(world: World, wishes: readonly Omit<Wish, 'userId'>[], wrote: string | null): Promise<string[]> {
  const ids = (await world.rows<{ id: string }>(`insert into users (whatsapp_id) select 'due-' || gen_random_uuid() from generate_series(1, $1) returning id`, [wishes.length])).map(({ id }) => id);
  await world.rows('insert into mailboxes (user_id, last_message_at) select id, $1 from users where not exists (select from mailboxes where user_id = id)', [wrote]);
  await world.rows(`insert into user_settings (user_id, native_language) select id, 'es' from users on conflict do nothing`);
  await want(world, wishes.map((wish, i) => ({ ...wish, userId: ids[i]! })));
  return ids;
}

/** Saves wishes as a turn does, which holds the mailbox all the while. */
export function want(world: World, wishes: readonly Wish[]): Promise<void> {
  return world.store.transaction(async ({ run }) => {
    await run({ name: 'hold-mailboxes', text: 'select 1 from mailboxes where user_id = any($1::uuid[]) order by user_id for update' }, [wishes.map(({ userId }) => userId)]);
    await keepReminders(run, wishes);
  });
}

export const letters = (world: World) => world.rows<{ user_id: string; key: string; body: string }>(`select user_id, key, body from letters where key like 'reminder:%' order by key, user_id`);
export const dueOf = async (world: World, id: string) => (await world.rows<{ due: Date; date: string; time: string }>(`select due_at as due, local_date::text as date, to_char(local_time, 'HH24:MI') as time from reminders where user_id = $1`, [id]))[0];
