import { refuse, type Result } from '#src/core/result.ts';

/** A file as its sender named it. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** Why a file is not even fetched. */
export type FileRefusal = 'too-big' | 'spreadsheet' | 'no-table';

/** Telegram gives bots files of at most 20 MB (Bot API, getFile). */
const largest = 20 * 1024 * 1024;

/** Whether a file may be a table, as far as its name, type and size tell. */
export function isTable({ name, type, size }: SentFile): Result<object, FileRefusal> {
  const ending = /\.(\w+)$/u.exec(name.toLowerCase())?.[1] ?? '';
  if (['xlsx', 'xls', 'ods', 'numbers'].includes(ending)) return refuse('spreadsheet');
  const known = ['csv', 'tsv', 'txt', 'zip'].includes(ending);
  if (!known && !/^(text\/|application\/(zip|csv))/u.test(type)) return refuse('no-table');
  return size > largest ? refuse('too-big') : { ok: true };
}
