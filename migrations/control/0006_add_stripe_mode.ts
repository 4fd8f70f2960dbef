import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Stripe's test mode and live mode are two worlds: customers, checkouts and trials say of which they are, and `stripe_mode` has the
 * one that the file is in. What was there before is of the mode of its customer's events; where none says it, the first start
 * after this takes it for its own. The file itself is in none yet: events of both modes were stored until now, and one that came
 * from an endpoint of the other mode must not make that start look like a change of mode, which ends every plan.
 * Beside it: what is left of top-ups of the other mode, what was bought in both, idempotency keys under which Stripe keeps a
 * failure, and when ending what a purged tenant pays failed.
 */
export const addStripeMode: Migration = {
  number: 6,
  name: 'add_stripe_mode',
  kind: 'additive',
  async up(db) {
    await sql`create table stripe_mode (livemode integer check (livemode in (0, 1))) strict`.execute(
      db,
    );
    await sql`insert into stripe_mode (livemode) values (null)`.execute(db);
    for (const table of ['stripe_customer', 'stripe_checkout', 'trial_use']) {
      await sql`alter table ${sql.table(table)}
        add column livemode integer check (livemode in (0, 1))`.execute(db);
    }
    // One pass over the events, which have no index by customer. Those of one customer are all of one mode.
    await sql`update stripe_customer set livemode = seen.livemode
      from (select customer_id, max(livemode) as livemode from stripe_event
        where customer_id is not null group by customer_id) as seen
      where seen.customer_id = stripe_customer.customer_id`.execute(db);
    for (const table of ['stripe_checkout', 'trial_use']) {
      await sql`update ${sql.table(table)} set livemode = (
        select livemode from stripe_customer
          where stripe_customer.tenant_id = ${sql.ref(`${table}.tenant_id`)}
          order by created_at desc limit 1)`.execute(db);
    }
    await sql`alter table stripe_customer add column end_failed_at integer`.execute(db);
    await sql`drop index stripe_customer_tenant`.execute(db);
    await sql`create unique index stripe_customer_tenant on stripe_customer (tenant_id, livemode)
      where deleted_at is null`.execute(db);

    await sql`alter table plan_row add column topup_aside integer not null default 0`.execute(db);
    await sql`alter table plan_row add column bought_drafts integer not null default 0`.execute(db);
    await sql`update plan_row set bought_drafts = topup_drafts`.execute(db);
    await sql`create table stripe_spent_key (
      tenant_id text not null primary key,
      count integer not null
    ) strict`.execute(db);
  },
};
