import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * What is known of Stripe: events that came, whose customer is whose, checkouts that were begun, and who had a trial.
 * A tenant has one customer at a time; one that was deleted at Stripe stays as a row, so that its late events mean nobody.
 */
export const createStripe: Migration = {
  number: 4,
  name: 'create_stripe',
  kind: 'additive',
  async up(db) {
    await sql`create table stripe_event (
      event_id text not null primary key,
      type text not null,
      customer_id text,
      object_id text,
      charge_id text,
      api_version text,
      livemode integer not null check (livemode in (0, 1)),
      how text not null check (how in ('delivered', 'listed')),
      created_at integer not null,
      received_at integer not null,
      processed_at integer,
      attempts integer not null default 0,
      error text
    ) strict`.execute(db);
    await sql`create index stripe_event_open on stripe_event (received_at) where processed_at is null`.execute(
      db,
    );
    await sql`create index stripe_event_processed on stripe_event (processed_at)`.execute(db);
    await sql`create index stripe_event_delivered on stripe_event (how, received_at)`.execute(db);
    await sql`create index stripe_event_warning on stripe_event (customer_id)
      where type = 'radar.early_fraud_warning.created'`.execute(db);

    await sql`create table stripe_customer (
      customer_id text not null primary key,
      tenant_id text not null,
      created_at integer not null,
      deleted_at integer
    ) strict`.execute(db);
    await sql`create unique index stripe_customer_tenant on stripe_customer (tenant_id) where deleted_at is null`.execute(
      db,
    );
    await sql`create index stripe_customer_made on stripe_customer (tenant_id)`.execute(db);

    await sql`create table stripe_checkout (
      nonce text not null primary key,
      tenant_id text not null,
      user_id integer not null,
      price_key text not null,
      trial integer not null check (trial in (0, 1)),
      session_id text,
      created_at integer not null,
      expires_at integer not null,
      closed_at integer
    ) strict`.execute(db);
    await sql`create index stripe_checkout_tenant on stripe_checkout (tenant_id, created_at)`.execute(
      db,
    );
    await sql`create index stripe_checkout_user on stripe_checkout (user_id) where trial = 1 and closed_at is null`.execute(
      db,
    );

    await sql`create table trial_use (
      tenant_id text not null primary key,
      user_id integer,
      at integer not null
    ) strict`.execute(db);
    await sql`create index trial_use_user on trial_use (user_id)`.execute(db);

    await sql`create table stripe_cursor (
      name text not null primary key,
      at integer not null
    ) strict`.execute(db);
  },
};
