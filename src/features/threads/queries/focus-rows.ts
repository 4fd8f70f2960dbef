import type { FanId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** Records which fan a person at the desk looks at. */
export async function putFocus(tx: Tx, userId: UserId, fanId: FanId, now: number): Promise<void> {
  const seen = { fan_id: fanId, seen_at: now };
  await tx.db
    .insertInto('focus')
    .values({ user_id: userId, ...seen })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(seen))
    .execute();
}

/** The fan that a person at the desk looked at last, if that was at or after `since` (epoch ms). */
export async function focusOf(
  reader: Reader,
  userId: UserId,
  since: number,
): Promise<FanId | undefined> {
  const row = await reader.db
    .selectFrom('focus')
    .select('fan_id')
    .where('user_id', '=', userId)
    .where('seen_at', '>=', since)
    .executeTakeFirst();
  return row?.fan_id;
}
