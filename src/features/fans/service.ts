import type { FanId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Fan, Reach, TelegramPerson } from './fan.ts';
import { displayName, isolated } from './rules.ts';
import { fanLabels } from './rules-fan-labels.ts';
import { fanById, fansByIds, insertOrUpdateFan, updateReach } from './queries.ts';

/**
 * Records that this person wrote: makes the fan or brings name, handle and last seen up to date.
 * `source` (the tag of a deep link) counts only at the first contact.
 */
export async function upsertFan(
  tx: Tx,
  person: TelegramPerson,
  now: number,
  source: string | null = null,
): Promise<Fan> {
  return await insertOrUpdateFan(tx, person, now, source);
}

/** Records that a person blocked the bot, came back, or deleted the account. Nothing happens for people who are no fans. */
export async function recordReach(
  tx: Tx,
  userId: UserId,
  reach: Reach,
  now: number,
): Promise<void> {
  await updateReach(tx, userId, reach, now);
}

/** The fan with this row id; throws when there is none. */
export async function requireFan(reader: Reader, id: FanId): Promise<Fan> {
  const fan = await fanById(reader, id);
  if (!fan) throw new Error(`fan ${id} does not exist`);
  return fan;
}

/** What some fans are called in one list, in this order: two of one name can be told apart. Who is gone is left out. */
export async function fanNames(
  reader: Reader,
  ids: readonly FanId[],
): Promise<ReadonlyMap<FanId, string>> {
  const known = new Map((await fansByIds(reader, [...new Set(ids)])).map((fan) => [fan.id, fan]));
  const fans = [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
  const labels = fanLabels(fans, 'alike');
  return new Map(fans.map(({ id }, index) => [id, labels[index] ?? '']));
}

/** The name by which a creator knows the fan with this row id, to stand beside other text; throws when there is none. */
export async function fanName(reader: Reader, id: FanId): Promise<string> {
  return isolated(displayName(await requireFan(reader, id)));
}
