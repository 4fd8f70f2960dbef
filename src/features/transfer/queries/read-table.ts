import type { ImportId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import { allFields, choiceChanges } from '#src/features/memory/index.ts';
import { longQuery } from '#src/storage/long-query.ts';
import type { Reader } from '#src/storage/reader.ts';
import {
  addChecked,
  type CheckedTable,
  checkRows,
  nothingChecked,
} from '../rules/checked-table.ts';
import type { Column } from '../rules/columns.ts';
import {
  type CsvHead,
  type CsvPlace,
  type CsvRefusal,
  readHead,
  readRows,
} from '../rules/read-csv.ts';
import { readRow } from '../rules/read-row.ts';
import { inParts, type RowPart } from '../rules/row-parts.ts';
import { fileOf, tagKeys } from './import-rows.ts';
import { knownPeople } from './known-people.ts';

/** Rows that are looked at together, and rows that are looked at in one read. */
const checkedAtOnce = 500;
const checkedInOneRead = 10_000;

/** Why a table cannot be read; `gone`: its file is not there. */
export type TableRefusal = CsvRefusal | 'gone';

/** The rows of a table from a place on. */
interface AskedRows {
  readonly id: ImportId;
  readonly columns: readonly Column[];
  readonly from: CsvPlace;
}

/** The names of a table's columns, and where its first row begins. */
export const readTableHead = longQuery(
  import.meta.url,
  'readTableHead',
  async (
    reader: Reader,
    { id }: { readonly id: ImportId },
  ): Promise<Result<{ columns: readonly string[]; bodyAt: number }, TableRefusal>> => {
    const opened = await openTable(reader, id);
    if (!opened.ok) return opened;
    const { columns, bodyAt } = opened.head;
    return { ok: true, columns, bodyAt };
  },
);

/** Looks at some thousand rows, without changing anything; `next` is null when these were the last. */
export const checkTable = longQuery(
  import.meta.url,
  'checkTable',
  async (
    reader: Reader,
    asked: AskedRows,
  ): Promise<Result<{ checked: CheckedTable; next: CsvPlace | null }, TableRefusal>> => {
    const opened = await openTable(reader, asked.id);
    if (!opened.ok) return opened;
    const renamed = Map.groupBy(await choiceChanges(reader), ({ fieldId }) => fieldId);
    const fields = (await allFields(reader)).map((field) => ({
      ...field,
      changes: renamed.get(field.id) ?? [],
    }));
    const memory = { fields, tagKeys: await tagKeys(reader) };
    let checked = nothingChecked;
    let next: CsvPlace | null = asked.from;
    const end = asked.from.line + checkedInOneRead;
    while (next !== null && next.line < end) {
      const read = readRows(opened.head, next, checkedAtOnce);
      if (!read.ok) return read;
      const rows = read.page.rows.map(({ line, cells }) => readRow(line, cells, asked.columns));
      const people = rows.flatMap((row) => ('who' in row ? [row.who] : []));
      const part = checkRows(rows, await knownPeople(reader, people), memory);
      checked = addChecked(checked, part);
      next = read.page.next;
    }
    return { ok: true, checked, next };
  },
);

/** Reads the next rows that can be used; `next` is null when these were the last. */
export const readTablePage = longQuery(
  import.meta.url,
  'readTablePage',
  async (
    reader: Reader,
    asked: AskedRows & { readonly limit: number },
  ): Promise<Result<{ rows: readonly RowPart[]; next: CsvPlace | null }, TableRefusal>> => {
    const opened = await openTable(reader, asked.id);
    if (!opened.ok) return opened;
    const read = readRows(opened.head, asked.from, asked.limit);
    if (!read.ok) return read;
    const rows = read.page.rows
      .map(({ line, cells }) => readRow(line, cells, asked.columns))
      .flatMap((row) => ('who' in row ? inParts(row) : []));
    return { ok: true, rows, next: read.page.next };
  },
);

async function openTable(
  reader: Reader,
  id: ImportId,
): Promise<Result<{ head: CsvHead }, TableRefusal>> {
  const file = await fileOf(reader, id);
  return file ? readHead(file) : refuse('gone');
}
