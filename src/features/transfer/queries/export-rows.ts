import type { Selectable, Updateable } from 'kysely';
import type { ExportId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { ExportedField } from '../rules/exported-fan.ts';
import { type ExportProgress, firstProgress } from '../rules/export-progress.ts';
import type { ExportTable } from '../tables.ts';

/** An export. */
export interface Export
  extends Pick<Selectable<ExportTable>, 'id' | 'user_id' | 'state' | 'file_id'> {
  readonly fields: ExportedField[];
  readonly progress: ExportProgress;
}

/** Writes down that somebody wants an export. */
export async function insertExport(
  tx: Tx,
  given: { readonly userId: UserId; readonly fields: readonly ExportedField[] },
  now: number,
): Promise<ExportId> {
  const row = await tx.db
    .insertInto('export_run')
    .values({
      user_id: given.userId,
      state: 'running',
      fields: JSON.stringify(given.fields),
      progress: JSON.stringify(firstProgress),
      file_id: null,
      created_at: now,
      finished_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The export with this id. */
export async function exportById(reader: Reader, id: ExportId): Promise<Export | undefined> {
  const row = await reader.db
    .selectFrom('export_run')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      ...row,
      fields: JSON.parse(row.fields) as ExportedField[],
      progress: JSON.parse(row.progress) as ExportProgress,
    }
  );
}

/** Whether an export is being written. */
export async function anyExportRuns(reader: Reader): Promise<boolean> {
  const row = await reader.db
    .selectFrom('export_run')
    .select('id')
    .where('state', '=', 'running')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether there is anybody to export. */
export async function anyFan(reader: Reader): Promise<boolean> {
  const row = await reader.db
    .selectFrom('fan')
    .select('id')
    .where('reach', '<>', 'gone')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes an export. */
export async function changeExport(
  tx: Tx,
  id: ExportId,
  change: Updateable<ExportTable>,
): Promise<void> {
  await tx.db.updateTable('export_run').set(change).where('id', '=', id).execute();
}
