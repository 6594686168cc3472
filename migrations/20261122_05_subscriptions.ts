// What a learner pays for (PRD §6): the state of one subscription per learner, as Stripe last reported it.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.raw(`
    create type plan_type as enum ('free', 'monthly_pro', 'annual_pro');
    create type subscription_status as enum ('active', 'past_due', 'canceled', 'trialing');
  `);
  // Stripe's events name a customer or a subscription, never our learner: both are looked up, so both are unique.
  await knex.schema.raw(`
    create table subscriptions (
      user_id uuid primary key references users on delete cascade,
      stripe_customer_id varchar(100) constraint subscriptions_customer_unique unique,
      stripe_subscription_id varchar(100) constraint subscriptions_subscription_unique unique,
      plan_type plan_type not null default 'free',
      status subscription_status not null default 'active',
      current_period_end timestamptz,
      cancel_at_period_end boolean not null default false
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.raw(`
    drop table subscriptions;
    drop type subscription_status;
    drop type plan_type;
  `);
}
