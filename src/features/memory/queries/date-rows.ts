import type { Actor } from '#src/core/actor.ts';
import type { FanId, ImportantDateId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { ImportantDate } from '../note.ts';

/** A fan's important dates, in the order of the year. */
export async function datesOf(reader: Reader, fanId: FanId): Promise<ImportantDate[]> {
  return await selectDates(reader)
    .where('fan_id', '=', fanId)
    .orderBy('month')
    .orderBy('day')
    .orderBy('id')
    .execute();
}

/** The dates on a day of the year, `limit` at most. */
export async function datesOn(
  reader: Reader,
  day: { month: number; day: number },
  limit: number,
): Promise<ImportantDate[]> {
  return await selectDates(reader)
    .where('month', '=', day.month)
    .where('day', '=', day.day)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The important date with this id. */
export async function dateById(
  reader: Reader,
  id: ImportantDateId,
): Promise<ImportantDate | undefined> {
  return await selectDates(reader).where('id', '=', id).executeTakeFirst();
}

/** Writes down an important date. */
export async function insertDate(
  tx: Tx,
  date: Omit<ImportantDate, 'id'> & { actor: Actor },
  now: number,
): Promise<ImportantDateId> {
  const { fanId, label, month, day, year, actor } = date;
  const row = await tx.db
    .insertInto('important_date')
    .values({ fan_id: fanId, label, month, day, year, actor, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Removes an important date. */
export async function deleteDate(tx: Tx, id: ImportantDateId): Promise<void> {
  await tx.db.deleteFrom('important_date').where('id', '=', id).execute();
}

/** Whether there is any important date. */
export async function hasDates(reader: Reader): Promise<boolean> {
  const row = await reader.db.selectFrom('important_date').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

function selectDates(reader: Reader) {
  return reader.db
    .selectFrom('important_date')
    .select(['id', 'fan_id as fanId', 'label', 'month', 'day', 'year']);
}
