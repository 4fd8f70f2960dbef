import type { InsertResult, Transaction } from 'kysely';
import type { Clock } from '#src/core/clock.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import type { PlanBook, PlanRow } from '#src/core/plans.ts';
import { allTenants, isOf, type Share } from '#src/core/share.ts';
import type { ControlTables, PlanRowTable } from '#src/storage/control-tables.ts';
import { grantColumns, subscriptionColumns, toPlanRow } from '#src/storage/plan-rows.ts';

type Db = Transaction<ControlTables>;
/** What is added to, once for each thing that is written down. */
type Counted = 'topup_drafts' | 'bought_drafts' | 'credited_duplicates';
type Columns = Partial<Omit<PlanRowTable, 'tenant_id' | 'revision' | 'topup_aside' | Counted>>;

/** What `planBook` takes. */
export interface PlanBookOptions {
  /** Whether Stripe settings are there. */
  readonly billing: boolean;
  /** Whose rows are known; all tenants' unless given. */
  readonly share?: Share;
  /** How often changes of other processes are looked for; 1,000 unless given. In ms. */
  readonly lookEveryMs?: number;
}

/** What the book stands on: transactions on the control file. */
export interface PlanBookParts extends PlanBookOptions {
  readonly look: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly change: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Another value after each commit of another process. */
  readonly version: () => unknown;
  readonly clock: Clock;
  readonly log: Log;
}

/** Opens the book of plans in the control file: every row is kept in memory, and follows what other processes do. */
export async function openPlanBook(parts: PlanBookParts): Promise<PlanBook> {
  const { look, change, clock, log, billing, share = allTenants, lookEveryMs = 1_000 } = parts;
  const rows = new Map<TenantId, PlanRow>();
  const listeners = new Set<(tenantId: TenantId) => void>();
  let seen = 0;
  let version: unknown;
  let cancelLook = () => {};
  let closed = false;

  /** Two changes of a tenant may come here in either order; the revision says which is newer. */
  const take = (row: PlanRow): PlanRow => {
    const before = rows.get(row.tenantId);
    if (before && before.revision > row.revision) return row;
    rows.set(row.tenantId, row);
    if (before?.revision !== row.revision) for (const tell of listeners) tell(row.tenantId);
    return row;
  };

  const takeNew = async (): Promise<void> => {
    const now = parts.version();
    if (now === version) return;
    const changed = await look((db) => rowsSince(db, seen));
    version = now;
    for (const row of changed) {
      seen = Math.max(seen, row.revision);
      if (isOf(share, row.tenantId)) take(row);
    }
  };

  /** Adds to what is counted of a tenant, in the transaction that writes it down; false where that stood there before. */
  const countOnce = async (
    tenantId: TenantId,
    more: Partial<Record<Counted, number>>,
    writeDown: (db: Db) => Promise<InsertResult>,
  ): Promise<boolean> => {
    const row = await change(async (db) => {
      if ((await writeDown(db)).numInsertedOrUpdatedRows !== 1n) return undefined;
      await put(db, tenantId, {});
      const after = await db
        .updateTable('plan_row')
        .set((was) =>
          Object.fromEntries(
            Object.entries(more).map(([column, by]) => [column, was(column as Counted, '+', by)]),
          ),
        )
        .where('tenant_id', '=', tenantId)
        .returningAll()
        .executeTakeFirstOrThrow();
      return toPlanRow(after);
    });
    if (row) take(row);
    return row !== undefined;
  };

  const lookLater = (): void => {
    if (closed) return;
    cancelLook = clock.after(lookEveryMs, () => {
      void takeNew()
        .catch((error: unknown) => log.error('storage.plans-not-read', { code: errorCode(error) }))
        .finally(lookLater);
    });
  };

  await takeNew();
  lookLater();

  return {
    billing,
    of: (tenantId) => rows.get(tenantId) ?? null,
    all: () => [...rows.values()],
    grant: async (tenantId, grant) =>
      take(await change((db) => put(db, tenantId, grantColumns(grant)))),

    async store(tenantId, { subscription, oddity }) {
      const columns = { ...subscriptionColumns(subscription), oddity };
      const { before, after } = await change(async (db) => {
        const stored = await rowOf(db, tenantId);
        const synced = { ...columns, synced_at: clock.now() };
        if (!stored || differs(stored, columns)) {
          return { before: stored, after: await put(db, tenantId, synced) };
        }
        return { before: stored, after: await write(db, tenantId, synced, stored.revision) };
      });
      return { before: before ? toPlanRow(before) : null, after: take(after) };
    },

    addTopup: (tenantId, { paymentId, drafts }) =>
      countOnce(tenantId, { topup_drafts: drafts, bought_drafts: drafts }, (db) =>
        db
          .insertInto('plan_topup')
          .values({ payment_id: paymentId, tenant_id: tenantId, drafts, created_at: clock.now() })
          .onConflict((conflict) => conflict.column('payment_id').doNothing())
          .executeTakeFirst(),
      ),

    addDuplicate: (tenantId, subscriptionId) =>
      countOnce(tenantId, { credited_duplicates: 1 }, (db) =>
        db
          .insertInto('plan_duplicate')
          .values({
            subscription_id: subscriptionId,
            tenant_id: tenantId,
            created_at: clock.now(),
          })
          .onConflict((conflict) => conflict.column('subscription_id').doNothing())
          .executeTakeFirst(),
      ),

    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    close() {
      closed = true;
      cancelLook();
      listeners.clear();
    },
  };
}

/** Takes everything of a tenant out of the book, when the tenant itself goes. */
export async function forgetPlan(db: Db, tenantId: TenantId): Promise<void> {
  await db.deleteFrom('plan_row').where('tenant_id', '=', tenantId).execute();
  await db.deleteFrom('plan_topup').where('tenant_id', '=', tenantId).execute();
  await db.deleteFrom('plan_duplicate').where('tenant_id', '=', tenantId).execute();
}

async function rowsSince(db: Db, revision: number): Promise<PlanRow[]> {
  const found = await db
    .selectFrom('plan_row')
    .selectAll()
    .where('revision', '>', revision)
    .orderBy('revision')
    .execute();
  return found.map(toPlanRow);
}

async function rowOf(db: Db, tenantId: TenantId) {
  return await db
    .selectFrom('plan_row')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
}

/** Changes these columns under a new revision. */
async function put(db: Db, tenantId: TenantId, columns: Columns): Promise<PlanRow> {
  const { revision } = await db
    .updateTable('plan_counter')
    .set((was) => ({ revision: was('revision', '+', 1) }))
    .returning('revision')
    .executeTakeFirstOrThrow();
  return await write(db, tenantId, columns, revision);
}

async function write(
  db: Db,
  tenantId: TenantId,
  columns: Columns,
  revision: number,
): Promise<PlanRow> {
  const values = { ...grantColumns(null), ...subscriptionColumns(null), ...unsynced, ...columns };
  const row = await db
    .insertInto('plan_row')
    .values({ tenant_id: tenantId, ...values, revision })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ ...columns, revision }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toPlanRow(row);
}

const unsynced = { oddity: null, synced_at: null };

function differs(stored: PlanRowTableRow, columns: Columns): boolean {
  return Object.entries(columns).some(
    ([column, value]) => stored[column as keyof PlanRowTableRow] !== value,
  );
}

type PlanRowTableRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
