import { sql } from 'kysely';
import type { OutboxId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { NewOutboxRow } from '#src/telegram/outbox/outbox-row.ts';

/**
 * Whether a row like this one waits in its lane already: then a kind that builds its call from what is true when its turn
 * comes needs no second.
 */
export async function hasQueued(
  reader: Reader,
  like: Required<Pick<NewOutboxRow, 'kind' | 'lane' | 'priority' | 'ref'>>,
): Promise<boolean> {
  const row = await reader.db
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', sql.lit('queued'))
    .where('priority', '=', like.priority)
    .where('lane', '=', like.lane)
    .where('kind', '=', like.kind)
    .where('ref', '=', JSON.stringify(like.ref))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a row has not ended: it waits or is in a call. */
export async function isOpenRow(reader: Reader, id: OutboxId): Promise<boolean> {
  const row = await reader.db
    .selectFrom('outbox')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.state === 'queued' || row?.state === 'sending';
}
