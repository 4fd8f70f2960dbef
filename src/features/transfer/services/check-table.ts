import type { ImportId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { allFields, keyOf, lastTagChange } from '#src/features/memory/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { Tx } from '#src/storage/reader.ts';
import { changeImport, endImport, importById, tagKeys } from '../queries/import-rows.ts';
import { checkTable, readTableHead, type TableRefusal } from '../queries/read-table.ts';
import { addChecked, type CheckedTable, nothingChecked } from '../rules/checked-table.ts';
import { checkedText } from '../rules/checked-text.ts';
import { type Column, readColumns } from '../rules/columns.ts';
import type { CsvPlace } from '../rules/read-csv.ts';
import { refusalKeys } from '../rules/refusal-keys.ts';
import { tapData } from '../rules/tap-data.ts';
import { sayThere } from './say-there.ts';

/** What a look at a whole table gave, or why it cannot be used. */
export type Checking = Result<
  {
    readonly columns: readonly Column[];
    readonly ignored: readonly string[];
    readonly bodyAt: number;
    readonly checked: CheckedTable;
    /** The last change of a tag before the look. */
    readonly tagsKnown: number;
  },
  TableRefusal | 'nobody' | 'nothing'
>;

/** Looks at a whole table in a thread, some thousand rows at a time, without changing anything. */
export async function lookAtTable(
  id: ImportId,
  { read, readLong }: Pick<Preparation, 'read' | 'readLong'>,
): Promise<Checking> {
  const head = await readLong(readTableHead, { id });
  if (!head.ok) return head;
  const fields = await read(allFields);
  const tagsKnown = await read(lastTagChange);
  const understood = readColumns(head.columns, fields, keyOf);
  if (!understood.ok) return understood;
  const { columns, ignored } = understood;
  const { bodyAt } = head;
  let checked = nothingChecked;
  let from: CsvPlace | null = { at: bodyAt, line: 2 };
  while (from !== null) {
    const part: Awaited<ReturnType<typeof checkTable.run>> = await readLong(checkTable, {
      id,
      columns,
      from,
    });
    if (!part.ok) return part;
    checked = addChecked(checked, part.checked);
    from = part.next;
  }
  if (checked.rows === 0) return refuse('empty');
  return { ok: true, columns, ignored, bodyAt, checked, tagsKnown };
}

/** Says what was found, and asks whether it shall be brought in. */
export async function sayChecked(
  tx: Tx,
  id: ImportId,
  checking: Checking,
  services: Services,
): Promise<void> {
  const brought = await importById(tx, id);
  if (brought?.state !== 'checking') return;
  const now = services.clock.now();
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  if (!checking.ok) {
    await endImport(tx, id, 'dropped', now);
    return await sayThere(tx, brought, t(refusalKeys[checking.reason]), now);
  }
  const { columns, ignored, bodyAt, checked, tagsKnown } = checking;
  const text = checkedText(checked, { ignored, tags: (await tagKeys(tx)).size }, t);
  if (checked.known + checked.waiting === 0) {
    await endImport(tx, id, 'dropped', now);
    return await sayThere(tx, brought, text, now);
  }
  await changeImport(tx, id, {
    state: 'ready',
    columns: JSON.stringify(columns),
    read_at: bodyAt,
    rows: checked.rows,
    tag_change_id: tagsKnown,
  });
  await sayThere(tx, brought, text, now, [
    { text: t('transfer-button-import'), callback_data: tapData({ do: 'run', id }) },
    { text: t('transfer-button-cancel'), callback_data: tapData({ do: 'drop', id }) },
  ]);
}
