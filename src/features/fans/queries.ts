import type { Selectable } from 'kysely';
import type { FanId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Fan, Reach, TelegramPerson } from './fan.ts';
import type { FanTable } from './tables.ts';

/** The fan with this row id. */
export async function fanById(reader: Reader, id: FanId): Promise<Fan | undefined> {
  const row = await reader.db.selectFrom('fan').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toFan(row);
}

/** The fan with this Telegram id. */
export async function fanByUser(reader: Reader, userId: UserId): Promise<Fan | undefined> {
  const row = await reader.db
    .selectFrom('fan')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row && toFan(row);
}

/** Inserts the fan, or brings name, handle, language and last seen up to date; one who writes is reachable again. */
export async function insertOrUpdateFan(
  tx: Tx,
  person: TelegramPerson,
  now: number,
  source: string | null,
): Promise<Fan> {
  const names = {
    first_name: person.first_name,
    last_name: person.last_name ?? null,
    username: person.username ?? null,
    language_code: person.language_code ?? null,
  };
  const row = await tx.db
    .insertInto('fan')
    .values({
      user_id: person.id as UserId,
      ...names,
      reach_at: null,
      source,
      first_seen_at: now,
      last_seen_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet({ ...names, last_seen_at: now, reach: 'open', reach_at: null }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return toFan(row);
}

/** Records that a fan can or cannot be reached. */
export async function updateReach(
  tx: Tx,
  userId: UserId,
  reach: Reach,
  now: number,
): Promise<void> {
  await tx.db
    .updateTable('fan')
    .set({ reach, reach_at: now })
    .where('user_id', '=', userId)
    .where('reach', '<>', reach)
    .execute();
}

function toFan(row: Selectable<FanTable>): Fan {
  return {
    id: row.id,
    userId: row.user_id,
    firstName: row.first_name,
    lastName: row.last_name,
    username: row.username,
    languageCode: row.language_code,
    reach: row.reach,
    source: row.source,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
  };
}
