// Frees the choice of a wording from a look at `users`: thousands are written at nine o'clock, each of a learner whose rows are held already.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table reminder_choices drop constraint reminder_choices_user_id_fkey');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('delete from reminder_choices c where not exists (select from users u where u.id = c.user_id)');
  await knex.raw('alter table reminder_choices add constraint reminder_choices_user_id_fkey foreign key (user_id) references users (id) on delete cascade');
}
