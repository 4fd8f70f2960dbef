import { sql } from 'kysely';
import type { OutboxFileId, OutboxId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** Stores a file without content. */
export async function insertFile(
  tx: Tx,
  row: { name: string; created_at: number },
): Promise<OutboxFileId> {
  const { id } = await tx.db
    .insertInto('outbox_file')
    .values({ ...row, outbox_id: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Stores the next piece of a file. */
export async function insertPiece(tx: Tx, id: OutboxFileId, bytes: Uint8Array): Promise<void> {
  await tx.db
    .insertInto('outbox_file_piece')
    .values((db) => ({
      file_id: id,
      place: db
        .selectFrom('outbox_file_piece')
        .select(sql<number>`coalesce(max(place), -1) + 1`.as('next'))
        .where('file_id', '=', id),
      bytes,
    }))
    .execute();
}

/** From now on these files belong to this row, and end with it. */
export async function giveFiles(
  tx: Tx,
  ids: readonly OutboxFileId[],
  outboxId: OutboxId,
): Promise<void> {
  await tx.db
    .updateTable('outbox_file')
    .set({ outbox_id: outboxId })
    .where('id', 'in', ids)
    .where('outbox_id', 'is', null)
    .execute();
}

/** The files of a row, without their content. */
export function filesOf(
  reader: Reader,
  outboxId: OutboxId,
): Promise<{ id: OutboxFileId; name: string }[]> {
  return reader.db
    .selectFrom('outbox_file')
    .select(['id', 'name'])
    .where('outbox_id', '=', outboxId)
    .execute();
}

/** One piece of a file; undefined after the last. */
export async function pieceOf(
  reader: Reader,
  id: OutboxFileId,
  place: number,
): Promise<Uint8Array | undefined> {
  const row = await reader.db
    .selectFrom('outbox_file_piece')
    .select('bytes')
    .where('file_id', '=', id)
    .where('place', '=', place)
    .executeTakeFirst();
  return row?.bytes;
}

/** Forgets a few files that were stored before `before`, or before `unused` when no row took them (epoch ms). */
export async function purgeFiles(
  tx: Tx,
  than: { before: number; unused: number },
  limit: number,
): Promise<number> {
  const purged = await tx.db
    .deleteFrom('outbox_file')
    .where('id', 'in', (old) =>
      old
        .selectFrom('outbox_file')
        .select('id')
        .where('created_at', '<', than.unused)
        .where((or) => or.or([or('created_at', '<', than.before), or('outbox_id', 'is', null)]))
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(purged.numDeletedRows);
}
