import './tables.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Told } from './rules/telling.ts';

/** What the creator was told last; null: nothing ever. */
export async function toldPlan(reader: Reader): Promise<Told | null> {
  const row = await reader.db.selectFrom('plan_told').selectAll().executeTakeFirst();
  if (!row) return null;
  return {
    plan: row.plan,
    why: row.why,
    until: row.until,
    then: row.then_plan,
    trialEnd: row.trial_end,
    topupDrafts: row.topup_drafts,
    duplicates: row.duplicates,
    reminded: row.reminded,
  };
}

/** Writes down what the creator is told in the same transaction. */
export async function putToldPlan(tx: Tx, told: Told, now: number): Promise<void> {
  const values = {
    plan: told.plan,
    why: told.why,
    until: told.until,
    then_plan: told.then,
    trial_end: told.trialEnd,
    topup_drafts: told.topupDrafts,
    duplicates: told.duplicates,
    reminded: told.reminded,
    told_at: now,
  };
  await tx.db
    .insertInto('plan_told')
    .values({ id: 1, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}
