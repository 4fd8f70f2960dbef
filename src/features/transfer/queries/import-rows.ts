import { setImmediate } from 'node:timers/promises';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { ChatId, ImportId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { RowPart } from '../rules/row-parts.ts';
import type { ImportTable } from '../tables.ts';
import { listed } from './known-people.ts';

/** An import. */
export type Import = Selectable<ImportTable>;

/** Bytes of a file in one piece. */
const pieceBytes = 262_144;

/** Writes down that somebody brings a table. */
export async function insertImport(
  tx: Tx,
  given: Pick<Insertable<ImportTable>, 'user_id' | 'chat_id' | 'topic_id'>,
  now: number,
): Promise<ImportId> {
  const row = await tx.db
    .insertInto('import_run')
    .values({
      ...given,
      chat_message_id: null,
      state: 'checking',
      columns: null,
      read_at: null,
      created_at: now,
      finished_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The import with this id. */
export async function importById(reader: Reader, id: ImportId): Promise<Import | undefined> {
  return await reader.db
    .selectFrom('import_run')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The change of a tag after which tables that have not ended may name tags otherwise; null: all have ended. */
export async function importedTagChange(reader: Reader): Promise<number | null> {
  const row = await reader.db
    .selectFrom('import_run')
    .select((eb) => eb.fn.min<number | null>('tag_change_id').as('least'))
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return row?.least ?? null;
}

/** Stores an import's file. Twenty megabytes take a while, so the event loop has its turn in between. */
export async function insertFile(tx: Tx, id: ImportId, bytes: Uint8Array): Promise<void> {
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    await setImmediate();
    const piece = bytes.subarray(start, start + pieceBytes);
    await tx.db
      .insertInto('import_piece')
      .values({ import_id: id, place: start, bytes: piece })
      .execute();
  }
}

/** The bytes of an import's file, 20 MB at most: only in a thread. Undefined when the import is not there or has ended. */
export async function fileOf(reader: Reader, id: ImportId): Promise<Uint8Array | undefined> {
  const open = await reader.db
    .selectFrom('import_run')
    .select('id')
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  if (!open) return undefined;
  const pieces = await reader.db
    .selectFrom('import_piece')
    .select('bytes')
    .where('import_id', '=', id)
    .orderBy('place')
    .execute();
  return Buffer.concat(pieces.map(({ bytes }) => bytes));
}

/** The keys of all tags. */
export async function tagKeys(reader: Reader): Promise<Set<string>> {
  const rows = await reader.db.selectFrom('tag').select('key').execute();
  return new Set(rows.map(({ key }) => key));
}

/** Changes an import. */
export async function changeImport(
  tx: Tx,
  id: ImportId,
  change: Updateable<ImportTable>,
): Promise<void> {
  await tx.db.updateTable('import_run').set(change).where('id', '=', id).execute();
}

/** A group became a supergroup: what is not reported yet goes there. */
export async function moveImports(tx: Tx, from: ChatId, to: ChatId): Promise<void> {
  await tx.db
    .updateTable('import_run')
    .set({ chat_id: to })
    .where('chat_id', '=', from)
    .where('finished_at', 'is', null)
    .execute();
}

/** Ends an import; its file and rows go. */
export async function endImport(
  tx: Tx,
  id: ImportId,
  state: 'done' | 'dropped',
  now: number,
): Promise<void> {
  await changeImport(tx, id, { state, finished_at: now, columns: null, read_at: null });
  await tx.db.deleteFrom('import_row').where('import_id', '=', id).execute();
  await deleteFile(tx, id);
}

async function deleteFile(tx: Tx, id: ImportId): Promise<void> {
  const pieces = await tx.db
    .selectFrom('import_piece')
    .select('place')
    .where('import_id', '=', id)
    .execute();
  for (const { place } of pieces) {
    // What is deleted is overwritten: as slow as storing it was.
    await setImmediate();
    await tx.db
      .deleteFrom('import_piece')
      .where('import_id', '=', id)
      .where('place', '=', place)
      .execute();
  }
}

/** Writes down rows that were read. */
export async function insertRows(tx: Tx, id: ImportId, rows: readonly RowPart[]): Promise<void> {
  await tx.db
    .insertInto('import_row')
    .columns(['import_id', 'said'])
    .expression((db) =>
      db
        .selectFrom(sql<{ value: string }>`json_each(${JSON.stringify(rows)})`.as('said'))
        .select((eb) => [eb.val(id).as('import_id'), 'said.value']),
    )
    .execute();
}

/** The next rows that were read. */
export async function nextRows(
  reader: Reader,
  id: ImportId,
  limit: number,
): Promise<{ id: number; row: RowPart }[]> {
  const rows = await reader.db
    .selectFrom('import_row')
    .select(['id', 'said'])
    .where('import_id', '=', id)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id: rowId, said }) => ({ id: rowId, row: JSON.parse(said) as RowPart }));
}

/** These rows are done. */
export async function deleteRows(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.db.deleteFrom('import_row').where('id', 'in', listed(ids)).execute();
}
