import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Stripe's test mode and live mode are two worlds: customers, checkouts and trials say of which they are, and `stripe_mode` has the
 * one that the file is in (null: none was entered yet). What was there before is of the mode of its customer's events, or of the
 * newest event; where no event says it, the first start after this takes it for its own.
 * Beside it: what is left of top-ups of the other mode, and idempotency keys under which Stripe keeps a failure.
 */
export const addStripeMode: Migration = {
  number: 6,
  name: 'add_stripe_mode',
  kind: 'additive',
  async up(db) {
    await sql`create table stripe_mode (livemode integer check (livemode in (0, 1))) strict`.execute(
      db,
    );
    await sql`insert into stripe_mode (livemode)
      values ((select livemode from stripe_event order by received_at desc limit 1))`.execute(db);
    for (const table of ['stripe_customer', 'stripe_checkout', 'trial_use']) {
      await sql`alter table ${sql.table(table)}
        add column livemode integer check (livemode in (0, 1))`.execute(db);
    }
    await sql`update stripe_customer set livemode = coalesce(
      (select livemode from stripe_event
        where stripe_event.customer_id = stripe_customer.customer_id
        order by received_at desc limit 1),
      (select livemode from stripe_mode))`.execute(db);
    for (const table of ['stripe_checkout', 'trial_use']) {
      await sql`update ${sql.table(table)} set livemode = coalesce(
        (select livemode from stripe_customer
          where stripe_customer.tenant_id = ${sql.ref(`${table}.tenant_id`)}
          order by created_at desc limit 1),
        (select livemode from stripe_mode))`.execute(db);
    }
    await sql`drop index stripe_customer_tenant`.execute(db);
    await sql`create unique index stripe_customer_tenant on stripe_customer (tenant_id, livemode)
      where deleted_at is null`.execute(db);

    await sql`alter table plan_row add column topup_aside integer not null default 0`.execute(db);
    await sql`create table stripe_spent_key (
      tenant_id text not null primary key,
      count integer not null
    ) strict`.execute(db);
  },
};
