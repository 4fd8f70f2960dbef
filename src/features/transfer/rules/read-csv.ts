import { parse } from 'csv-parse/sync';
import { refuse, type Result } from '#src/core/result.ts';
import { namesSomebody } from './columns.ts';
import { unpack } from './unpack.ts';

/**
 * Why a file is no table: no text in an encoding that can be told, nothing in it, quotes that never end, or a file of a
 * spreadsheet program.
 */
export type CsvRefusal = 'encoding' | 'empty' | 'broken' | 'spreadsheet';

/** A table's head: UTF-8 bytes, what separates columns, their names, and where the first row begins. */
export interface CsvHead {
  readonly bytes: Buffer;
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly bodyAt: number;
}

/** A place in a table: bytes of its UTF-8 text, and the row that begins there, counted as spreadsheets do. */
export interface CsvPlace {
  readonly at: number;
  readonly line: number;
}

/** Some rows, and where the next ones begin; null after the last. */
export interface CsvRows {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly next: CsvPlace | null;
}

const delimiters = [',', ';', '\t'] as const;

/** Rows that are read together have no more bytes than this, unless one alone has. */
const pageBytes = 262_144;

/**
 * Reads the first line of a CSV file in UTF-8, or UTF-16 with its mark, separated by commas, semicolons or tabs; also in a
 * zip.
 */
export function readHead(file: Uint8Array): Result<{ head: CsvHead }, CsvRefusal> {
  const unpacked = unpack(file);
  if (!unpacked.ok) return unpacked;
  const text = decoded(unpacked.table);
  if (text === undefined) return refuse('encoding');
  const bytes = Buffer.from(text, 'utf8');
  const heads: CsvHead[] = [];
  for (const delimiter of delimiters) {
    const read = recordsOf(bytes, delimiter, 1);
    if (!read.ok) continue;
    const [first] = read.records;
    if (!first || first.cells.every((name) => name.trim() === '')) return refuse('empty');
    const columns = first.cells.map((name) => name.trim());
    heads.push({ bytes, delimiter, columns, bodyAt: first.end });
  }
  const [head] = heads.toSorted(
    (one, other) =>
      Number(namesSomebody(other.columns)) - Number(namesSomebody(one.columns)) ||
      other.columns.length - one.columns.length,
  );
  return head ? { ok: true, head } : refuse('broken');
}

/** Reads rows from a place on that `readHead` or an earlier call gave; empty rows are left out. */
export function readRows(
  { bytes, delimiter }: CsvHead,
  from: CsvPlace,
  limit: number,
): Result<{ page: CsvRows }, 'broken'> {
  const read = recordsOf(bytes.subarray(from.at), delimiter, limit);
  if (!read.ok) return read;
  const records = read.records.filter(({ end }, index) => index === 0 || end <= pageBytes);
  const rows = records
    .map(({ cells }, index) => ({ line: from.line + index, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const at = from.at + (records.at(-1)?.end ?? 0);
  const all = records.length < limit && records.length === read.records.length;
  const next = all || at >= bytes.length ? null : { at, line: from.line + records.length };
  return { ok: true, page: { rows, next } };
}

interface Parsed {
  readonly cells: string[];
  /** Bytes up to the end of this record. */
  readonly end: number;
}

function recordsOf(
  bytes: Buffer,
  delimiter: string,
  limit: number,
): Result<{ records: Parsed[] }, 'broken'> {
  try {
    const parsed = parse(bytes, {
      delimiter,
      to: limit,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as unknown as { record: string[]; info: { bytes: number } }[];
    const records = parsed.map(({ record, info }) => ({ cells: record, end: info.bytes }));
    return { ok: true, records };
  } catch {
    return refuse('broken');
  }
}

function decoded(file: Uint8Array): string | undefined {
  const [first, second] = file;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(file);
    // What no table has but pictures, archives and UTF-16 without its mark do.
    return text.includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}
