import { type Selectable, sql } from 'kysely';
import type { FanId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { Fan, Reach, TelegramPerson } from './fan.ts';
import type { FanTable } from './tables.ts';

const selectById = statement((db, given: { id: FanId }) =>
  db.selectFrom('fan').selectAll().where('id', '=', given.id),
);

/** The fan with this row id. */
export async function fanById(reader: Reader, id: FanId): Promise<Fan | undefined> {
  const row = await selectById.first(reader, { id });
  return row && toFan(row);
}

const selectByUser = statement((db, given: { userId: UserId }) =>
  db.selectFrom('fan').selectAll().where('user_id', '=', given.userId),
);

/** The fan with this Telegram id. */
export async function fanByUser(reader: Reader, userId: UserId): Promise<Fan | undefined> {
  const row = await selectByUser.first(reader, { userId });
  return row && toFan(row);
}

/**
 * The fan with this handle (without @, in any case). Handles wander, and an old one may stand at a fan who has not written
 * since: the one who wrote last has it.
 */
export async function fanByHandle(reader: Reader, handle: string): Promise<Fan | undefined> {
  const row = await reader.db
    .selectFrom('fan')
    .selectAll()
    .where('username', 'is not', null)
    .where(sql<string>`lower(username)`, '=', handle.toLowerCase())
    .orderBy('last_seen_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toFan(row);
}

/** The fan who had this handle (without @, in any case) before and gave it up last; who has it now is not looked at. */
export async function fanByFormerHandle(reader: Reader, handle: string): Promise<Fan | undefined> {
  const row = await reader.db
    .selectFrom('former_handle')
    .innerJoin('fan', 'fan.id', 'former_handle.fan_id')
    .selectAll('fan')
    .where('former_handle.handle', '=', handle.toLowerCase())
    .orderBy('former_handle.left_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toFan(row);
}

/** Former handles that are kept of a fan. */
const mostFormer = 10;

/** Writes down that a fan no longer has a handle; of very many the oldest are forgotten. */
async function keepFormerHandle(
  tx: Tx,
  fanId: FanId,
  former: { readonly handle: string; readonly now: number },
): Promise<void> {
  await tx.db
    .insertInto('former_handle')
    .values({ fan_id: fanId, handle: former.handle.toLowerCase(), left_at: former.now })
    .onConflict((conflict) =>
      conflict.columns(['fan_id', 'handle']).doUpdateSet({ left_at: former.now }),
    )
    .execute();
  const kept = tx.db
    .selectFrom('former_handle')
    .select('handle')
    .where('fan_id', '=', fanId)
    .orderBy('left_at', 'desc')
    .limit(mostFormer);
  await tx.db
    .deleteFrom('former_handle')
    .where('fan_id', '=', fanId)
    .where('handle', 'not in', kept)
    .execute();
}

/** The fans with these row ids, in any order. */
export async function fansByIds(reader: Reader, ids: readonly FanId[]): Promise<Fan[]> {
  if (ids.length === 0) return [];
  const rows = await reader.db.selectFrom('fan').selectAll().where('id', 'in', ids).execute();
  return rows.map(toFan);
}

type Upsert = Pick<
  Selectable<FanTable>,
  'user_id' | 'first_name' | 'last_name' | 'username' | 'language_code' | 'source'
> & { readonly now: number };

const upsert = statement((db, given: Upsert) => {
  const names = {
    first_name: given.first_name,
    last_name: given.last_name,
    username: given.username,
    language_code: given.language_code,
  };
  return db
    .insertInto('fan')
    .values({
      user_id: given.user_id,
      ...names,
      reach_at: null,
      source: given.source,
      first_seen_at: given.now,
      last_seen_at: given.now,
    })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet({ ...names, last_seen_at: given.now, reach: 'open', reach_at: null }),
    )
    .returningAll();
});

/** Who wrote so short a time ago was seen "just now" in any words. */
const seenLatelyMs = 30_000;

/**
 * Inserts the fan, or brings name, handle, language and last seen (to half a minute) up to date, and remembers a handle that
 * changed; one who writes is reachable again.
 */
export async function insertOrUpdateFan(
  tx: Tx,
  person: TelegramPerson,
  now: number,
  source: string | null,
): Promise<Fan> {
  const given = {
    user_id: person.id as UserId,
    first_name: person.first_name,
    last_name: person.last_name ?? null,
    username: person.username ?? null,
    language_code: person.language_code ?? null,
    source,
    now,
  };
  const known = await selectByUser.first(tx, { userId: given.user_id });
  if (known && isUpToDate(known, given)) return toFan(known);
  const row = await upsert.first(tx, given);
  if (!row) throw new Error('the fan was not stored');
  const former = known?.username;
  if (former && former.toLowerCase() !== row.username?.toLowerCase()) {
    await keepFormerHandle(tx, row.id, { handle: former, now });
  }
  return toFan(row);
}

/** Whether writing the row again would change nothing that counts: for those who send several messages in a row. */
function isUpToDate(
  known: Selectable<FanTable>,
  given: Pick<Selectable<FanTable>, 'first_name' | 'last_name' | 'username' | 'language_code'> & {
    now: number;
  },
): boolean {
  return (
    known.reach === 'open' &&
    Math.abs(given.now - known.last_seen_at) < seenLatelyMs &&
    known.first_name === given.first_name &&
    known.last_name === given.last_name &&
    known.username === given.username &&
    known.language_code === given.language_code
  );
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
