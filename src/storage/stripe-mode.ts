import { type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import type { ModeEntered, ModeStanding } from '#src/core/stripe-book.ts';
import type { ControlTables } from '#src/storage/control-tables.ts';
import { subscriptionColumns } from '#src/storage/plan-rows.ts';

type Db = Transaction<ControlTables>;

/** The mode that the file is in, as a part of a query. */
export const presentMode = sql<0 | 1 | null>`(select livemode from stripe_mode)`;

/** Whether a row is of the mode that the file is in; while it is in none, every row counts. */
export const isOfMode = sql<SqlBool>`livemode is coalesce((select livemode from stripe_mode), livemode)`;

/** Whether all customers of a plan's row are of the other mode. */
const isForeign = sql<SqlBool>`exists (select 1 from stripe_customer where tenant_id = plan_row.tenant_id)
  and not exists (select 1 from stripe_customer where tenant_id = plan_row.tenant_id and ${isOfMode})`;

/** `StripeBook.enterMode`. */
export async function enterMode(db: Db, livemode: boolean): Promise<ModeEntered> {
  const mode = livemode ? 1 : 0;
  const { livemode: before } = await db
    .selectFrom('stripe_mode')
    .select('livemode')
    .executeTakeFirstOrThrow();
  if (before !== mode) await db.updateTable('stripe_mode').set({ livemode: mode }).execute();
  for (const table of ['stripe_customer', 'stripe_checkout', 'trial_use'] as const) {
    await db.updateTable(table).set({ livemode: mode }).where('livemode', 'is', null).execute();
  }
  const changed = before !== null && before !== mode;
  // A file that came to this version may hold tenants of the other mode alone; once it is in a mode, nobody is swapped again.
  const which = changed ? sql<SqlBool>`true` : isForeign;
  if (before !== mode) await swapTopups(db, which);
  if (changed) {
    // Stripe's list of events is gone through anew: what is known of it is the other mode's.
    await db.deleteFrom('stripe_cursor').where('name', '=', 'events').execute();
  }
  return { changed, cleared: await clearPlans(db, which) };
}

/** `StripeBook.modeStanding`. */
export async function modeStanding(db: Db): Promise<ModeStanding> {
  const { livemode } = await db
    .selectFrom('stripe_mode')
    .select('livemode')
    .executeTakeFirstOrThrow();
  const { others } = await db
    .selectFrom('stripe_customer')
    .select((row) => row.fn.countAll<number>().as('others'))
    .where('deleted_at', 'is', null)
    .where(sql<SqlBool>`not (${isOfMode})`)
    .executeTakeFirstOrThrow();
  return { livemode: livemode === null ? null : livemode === 1, others };
}

/** Exchanges what is left of top-ups with what is left of those of the other mode; what was taken stays taken. */
async function swapTopups(db: Db, which: RawBuilder<SqlBool>): Promise<void> {
  const taken = sql<number>`(select coalesce(sum(topup_drafts), 0) from ai_usage_day
    where ai_usage_day.tenant_id = plan_row.tenant_id)`;
  const revision = await nextRevision(db);
  await db
    .updateTable('plan_row')
    .set({
      topup_drafts: sql<number>`${taken} + topup_aside`,
      topup_aside: sql<number>`max(0, topup_drafts - ${taken})`,
      revision,
    })
    .where((row) => row.or([row('topup_drafts', '>', 0), row('topup_aside', '>', 0)]))
    .where(which)
    .execute();
}

/**
 * Takes out what a subscription of the other mode gives `which` rows: after a change of mode all; without a change those of
 * tenants whose customers are all of the other, as the file came to this version. Never synced, they are read anew. Gives how
 * many had one.
 */
async function clearPlans(db: Db, which: RawBuilder<SqlBool>): Promise<number> {
  const { cleared } = await db
    .selectFrom('plan_row')
    .select((row) => row.fn.countAll<number>().as('cleared'))
    .where('subscription_id', 'is not', null)
    .where(which)
    .executeTakeFirstOrThrow();
  const revision = await nextRevision(db);
  await db
    .updateTable('plan_row')
    .set({ ...subscriptionColumns(null), oddity: null, synced_at: null, revision })
    .where('synced_at', 'is not', null)
    .where(which)
    .execute();
  return cleared;
}

async function nextRevision(db: Db): Promise<number> {
  const { revision } = await db
    .updateTable('plan_counter')
    .set((was) => ({ revision: was('revision', '+', 1) }))
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}
