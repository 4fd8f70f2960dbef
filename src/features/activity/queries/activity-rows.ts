import { type Selectable, sql } from 'kysely';
import type { FanId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { FanActivity } from '../fan-activity.ts';
import type { FanActivityTable } from '../tables.ts';

const selectOf = statement((db, given: { fanId: FanId }) =>
  db.selectFrom('fan_activity').selectAll().where('fan_id', '=', given.fanId),
);

/** What was counted of a fan; undefined when there is no such fan. */
export async function activityRow(reader: Reader, fanId: FanId): Promise<FanActivity | undefined> {
  const row = await selectOf.first(reader, { fanId });
  return row && toActivity(row);
}

/** What is stored of a fan's activity. */
export interface ActivityRow extends FanActivity {
  /** When the stage is to be looked at again; null: not by itself. */
  readonly checkAt: number | null;
}

const upsert = statement((db, given: ActivityRow) => {
  const values = {
    in_count: given.inCount,
    out_count: given.outCount,
    recent_count: given.recentCount,
    last_in_at: given.lastInAt,
    last_out_at: given.lastOutAt,
    asked_at: given.askedAt,
    stage: given.stage,
    stage_since: given.stageSince,
    score: given.score,
    check_at: given.checkAt,
  };
  return db
    .insertInto('fan_activity')
    .values({ fan_id: given.fanId, ...values })
    .onConflict((conflict) => conflict.column('fan_id').doUpdateSet(values));
});

/** Writes down what was counted of a fan. */
export async function putActivity(tx: Tx, row: ActivityRow): Promise<void> {
  await upsert.run(tx, row);
}

/** The fans whose stage is to be looked at by now, the longest due first. */
export async function dueFans(reader: Reader, now: number, limit: number): Promise<FanId[]> {
  const rows = await reader.db
    .selectFrom('fan_activity')
    .select('fan_id')
    .where('check_at', 'is not', null)
    .where('check_at', '<=', now)
    .orderBy('check_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.fan_id);
}

/** When the next stage is to be looked at; null when none is. */
export async function nextCheckAt(reader: Reader): Promise<number | null> {
  const row = await reader.db
    .selectFrom('fan_activity')
    .select('check_at')
    .where('check_at', 'is not', null)
    .orderBy('check_at')
    .limit(1)
    .executeTakeFirst();
  return row?.check_at ?? null;
}

/** The next fans by id. */
export async function fansAfter(reader: Reader, id: FanId, limit: number): Promise<FanId[]> {
  const rows = await reader.db
    .selectFrom('fan_activity')
    .select('fan_id')
    .where('fan_id', '>', id)
    .orderBy('fan_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.fan_id);
}

const addDay = statement((db, given: { fanId: FanId; day: number; ins: number; outs: number }) =>
  db
    .insertInto('fan_day')
    .values({ fan_id: given.fanId, day: given.day, in_count: given.ins, out_count: given.outs })
    .onConflict((conflict) =>
      conflict.columns(['fan_id', 'day']).doUpdateSet({
        in_count: sql`fan_day.in_count + excluded.in_count`,
        out_count: sql`fan_day.out_count + excluded.out_count`,
      }),
    ),
);

/** Counts messages of a fan on a day. */
export async function addToDay(
  tx: Tx,
  given: { fanId: FanId; day: number; ins: number; outs: number },
): Promise<void> {
  await addDay.run(tx, given);
}

const sumRecent = statement((db, given: { fanId: FanId; from: number }) =>
  db
    .selectFrom('fan_day')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('in_count'), sql<number>`0`).as('count'))
    .where('fan_id', '=', given.fanId)
    .where('day', '>=', given.from),
);

/** The fan's messages from this day on. */
export async function countFrom(reader: Reader, fanId: FanId, from: number): Promise<number> {
  return (await sumRecent.first(reader, { fanId, from }))?.count ?? 0;
}

const addQuarter = statement((db, given: { at: number; direction: 'in' | 'out'; count: number }) =>
  db
    .insertInto('quarter')
    .values({ at: given.at, direction: given.direction, count: given.count })
    .onConflict((conflict) =>
      conflict
        .columns(['at', 'direction'])
        .doUpdateSet({ count: sql`quarter.count + excluded.count` }),
    ),
);

/** Counts messages of all fans within a quarter of an hour. */
export async function addToQuarter(
  tx: Tx,
  given: { at: number; direction: 'in' | 'out'; count: number },
): Promise<void> {
  await addQuarter.run(tx, given);
}

function toActivity(row: Selectable<FanActivityTable>): FanActivity {
  return {
    fanId: row.fan_id,
    inCount: row.in_count,
    outCount: row.out_count,
    recentCount: row.recent_count,
    lastInAt: row.last_in_at,
    lastOutAt: row.last_out_at,
    askedAt: row.asked_at,
    stage: row.stage,
    stageSince: row.stage_since,
    score: row.score,
  };
}
