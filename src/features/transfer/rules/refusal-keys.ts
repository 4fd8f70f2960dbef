import type { CsvRefusal } from './read-csv.ts';
import type { FileRefusal } from './is-table.ts';

/** The sentence for each reason why a table cannot be used. */
export const refusalKeys = {
  'too-big': 'transfer-refused-too-big',
  'no-table': 'transfer-refused-no-table',
  spreadsheet: 'transfer-refused-spreadsheet',
  encoding: 'transfer-refused-encoding',
  empty: 'transfer-refused-empty',
  broken: 'transfer-refused-broken',
  gone: 'transfer-not-fetched',
  nobody: 'transfer-refused-nobody',
  nothing: 'transfer-refused-nothing',
} as const satisfies Record<FileRefusal | CsvRefusal | 'gone' | 'nobody' | 'nothing', string>;
