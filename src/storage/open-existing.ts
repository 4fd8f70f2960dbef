import { statSync } from 'node:fs';
import { AppError } from '#src/core/errors.ts';
import { type OpenOptions, openFile, type SqliteFile } from '#src/storage/open-file.ts';
import { translateSqliteError } from '#src/storage/sqlite-errors.ts';

/** Opens a file that must be there and must not be empty: SQLite would take an empty file for a new database. */
export function openExisting(path: string, options: Omit<OpenOptions, 'fresh'>): SqliteFile {
  const size = sizeOf(path);
  if (size === undefined) {
    throw new AppError(
      'storage.missing',
      'permanent',
      'The file is missing. Restore it from a backup.',
    );
  }
  if (size === 0) {
    throw new AppError(
      'storage.foreign',
      'permanent',
      'The file is empty. Restore it from a backup.',
    );
  }
  return openFile(path, options);
}

function sizeOf(path: string): number | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size;
  } catch (error) {
    throw translateSqliteError(error, 'open');
  }
}
