import { type Insertable, sql, type Transaction } from 'kysely';
import type { Clock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { LlmTry } from '#src/core/llm.ts';
import { refuse } from '#src/core/result.ts';
import type {
  DailyCaps,
  NewReservation,
  ReservationId,
  UsageBook,
  UsageTotals,
} from '#src/core/usage.ts';
import type { AiUsageTable, ControlTables } from '#src/storage/control-tables.ts';
import {
  dayOf,
  limitReached,
  needsTopup,
  staleMs,
  usageKeptMs,
} from '#src/storage/usage-limits.ts';

type Db = Transaction<ControlTables>;

/** What the book stands on: transactions on the control file. */
export interface UsageBookParts {
  readonly look: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly change: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly clock: Pick<Clock, 'now'>;
  readonly caps: DailyCaps;
}

/** The book of usage in the control file. */
export function createUsageBook({ look, change, clock, caps }: UsageBookParts): UsageBook {
  return {
    caps,

    reserve: (wanted) =>
      change(async (db) => {
        const now = clock.now();
        await sweep(db, now);
        const before = await totalsOf(db, wanted, now);
        const reached = limitReached(before, wanted, caps);
        if (reached) return refuse(reached);
        const { id } = await db
          .insertInto('ai_usage')
          .values(reservationRow(wanted, needsTopup(before, wanted), now))
          .returning('id')
          .executeTakeFirstOrThrow();
        const totals = await totalsOf(db, wanted, now);
        return { ok: true as const, id: id as ReservationId, totals };
      }),

    settle: (id, settlement) =>
      change(async (db) => {
        const row = await db
          .selectFrom('ai_usage')
          .selectAll()
          .where('id', '=', id)
          .where('settled_at', 'is', null)
          .executeTakeFirst();
        if (!row) return;
        const now = clock.now();
        const last = settlement.tries.at(-1);
        for (const earlier of settlement.tries.slice(0, -1)) {
          await db
            .insertInto('ai_usage')
            .values({
              reservation_id: id,
              tenant_id: row.tenant_id,
              feature: row.feature,
              key_owner: row.key_owner,
              created_at: row.created_at,
              ...tryColumns(earlier),
              drafts: 0,
              request_id: null,
              settled_at: now,
            })
            .execute();
        }
        await db
          .updateTable('ai_usage')
          .set({
            ...(last ? tryColumns(last) : { status: 'failed' as const, cost_micro_usd: 0 }),
            drafts: settlement.drafted && row.feature === 'draft' ? 1 : 0,
            request_id: settlement.requestId,
            settled_at: now,
          })
          .where('id', '=', id)
          .execute();
      }),

    totals: (tenantId, since) => look((db) => totalsOf(db, { tenantId, since }, clock.now())),
  };
}

function reservationRow(
  wanted: NewReservation,
  fromTopup: boolean,
  now: number,
): Insertable<AiUsageTable> {
  return {
    reservation_id: null,
    tenant_id: wanted.tenantId,
    feature: wanted.feature,
    key_owner: wanted.keyOwner,
    status: 'reserved',
    drafts: wanted.drafts,
    topup: fromTopup ? 1 : 0,
    cost_micro_usd: Math.ceil(wanted.estimateMicroUsd),
    created_at: now,
  };
}

function tryColumns({ provider, model, outcome, usage, costMicroUsd, ms }: LlmTry) {
  return {
    status: outcome === 'ok' ? ('ok' as const) : ('failed' as const),
    outcome,
    provider,
    model,
    tokens_in: usage?.in ?? null,
    tokens_cached: usage?.cached ?? null,
    tokens_out: usage?.out ?? null,
    tokens_reasoning: usage?.reasoning ?? null,
    cost_micro_usd: Math.ceil(costMicroUsd),
    latency_ms: Math.round(ms),
  };
}

/** Reservations that nobody settled are no drafts any more; rows that nobody needs any more go. */
async function sweep(db: Db, now: number): Promise<void> {
  await db
    .updateTable('ai_usage')
    .set({ status: 'expired', drafts: 0 })
    // A literal, so that the index of open reservations is chosen.
    .where('status', '=', sql.lit('reserved'))
    .where('created_at', '<', now - staleMs)
    .execute();
  await db
    .deleteFrom('ai_usage')
    .where('created_at', '<', now - usageKeptMs)
    .execute();
}

async function totalsOf(
  db: Db,
  { tenantId, since }: Pick<NewReservation, 'tenantId' | 'since'>,
  now: number,
): Promise<UsageTotals> {
  const today = dayOf(now);
  const own = await db
    .selectFrom('ai_usage_day')
    .select([
      sql<number>`coalesce(sum(drafts - topup_drafts), 0)`.as('drafts'),
      sql<number>`coalesce(sum(cost_micro_usd) filter (where day = ${today}), 0)`.as('cost'),
    ])
    .where('tenant_id', '=', tenantId)
    .where('day', '>=', Math.min(dayOf(since), today))
    .where('day', '<=', today)
    .executeTakeFirstOrThrow();
  const all = await db
    .selectFrom('ai_usage_day')
    .select((row) => row.fn.coalesce(row.fn.sum<number>('cost_micro_usd'), sql.lit(0)).as('cost'))
    .where('day', '=', today)
    .executeTakeFirstOrThrow();
  const topupDrafts = await topupDraftsLeft(db, tenantId);
  return { drafts: own.drafts, topupDrafts, costToday: own.cost, totalToday: all.cost };
}

/** What was bought, less what was ever taken of it: so nothing has to be given back when no draft comes of a reservation. */
async function topupDraftsLeft(db: Db, tenantId: TenantId): Promise<number> {
  const bought = await db
    .selectFrom('plan_row')
    .select('topup_drafts')
    .where('tenant_id', '=', tenantId)
    .where('topup_drafts', '>', 0)
    .executeTakeFirst();
  if (!bought) return 0;
  const taken = await db
    .selectFrom('ai_usage_day')
    .select((row) => row.fn.coalesce(row.fn.sum<number>('topup_drafts'), sql.lit(0)).as('drafts'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return Math.max(0, bought.topup_drafts - taken.drafts);
}
