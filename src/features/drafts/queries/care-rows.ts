import { sql } from 'kysely';
import type { FanId, MessageId } from '#src/core/ids.ts';
import type { Author } from '#src/features/members/index.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { KeptSign } from '../rules/sign-at-hand.ts';

const kind = 'possible-minor';

const selectSign = statement((db, given: { fanId: FanId }) =>
  db
    .selectFrom('fan_care')
    .select(['message_id as messageId', 'cleared_up_to as clearedUpTo'])
    .where('fan_id', '=', given.fanId)
    .where('kind', '=', sql.lit(kind)),
);

/** What is kept of the signs that a fan may be a minor; undefined: there never was one. */
export async function keptSign(reader: Reader, fanId: FanId): Promise<KeptSign | undefined> {
  return await selectSign.first(reader, { fanId });
}

/** Keeps a sign, unless a newer one is kept. `now` in epoch ms. */
export async function putSign(
  tx: Tx,
  fanId: FanId,
  messageId: MessageId,
  now: number,
): Promise<void> {
  await tx.db
    .insertInto('fan_care')
    .values({
      fan_id: fanId,
      kind,
      message_id: messageId,
      seen_at: now,
      cleared_up_to: null,
      cleared_by: null,
      cleared_actor: null,
      cleared_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['fan_id', 'kind'])
        .doUpdateSet({ message_id: messageId, seen_at: now })
        .where('fan_care.message_id', '<', messageId),
    )
    .execute();
}

/** Records who said that a fan of whom a sign is kept is an adult, and of how much they said so. `now` in epoch ms. */
export async function updateCleared(
  tx: Tx,
  fanId: FanId,
  { upTo, author, actor }: { upTo: MessageId } & Author,
  now: number,
): Promise<void> {
  await tx.db
    .updateTable('fan_care')
    .set({ cleared_up_to: upTo, cleared_by: author, cleared_actor: actor, cleared_at: now })
    .where('fan_id', '=', fanId)
    .where('kind', '=', kind)
    .execute();
}

/** What a person said of a fan does not hold for this message any more, nor for those after it. */
export async function updateClearedBefore(
  tx: Tx,
  fanId: FanId,
  messageId: MessageId,
): Promise<void> {
  await tx.db
    .updateTable('fan_care')
    .set({ cleared_up_to: (messageId - 1) as MessageId })
    .where('fan_id', '=', fanId)
    .where('kind', '=', kind)
    .where('cleared_up_to', '>=', messageId)
    .execute();
}
