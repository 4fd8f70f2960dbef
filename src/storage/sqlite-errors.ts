import { AppError, type ErrorKind } from '#src/core/errors.ts';

/** When the error came: messages of `prepare` speak of our SQL, messages of `run` may quote a person's words. */
export type SqliteStep = 'open' | 'prepare' | 'run';

type Translation = readonly [prefix: string, code: string, kind: ErrorKind, advice: string];

// SQLite's result codes (sqlite.org/rescode.html) and those of file calls (errno). The first prefix that fits wins.
const translations: readonly Translation[] = [
  ['SQLITE_FULL', 'storage.full', 'transient', 'The disk is full. Free some space.'],
  ['SQLITE_IOERR', 'storage.full', 'transient', 'The disk is full or failing. Look at its state.'],
  ['SQLITE_BUSY', 'storage.busy', 'transient', 'Another process holds the file. Try again.'],
  ['SQLITE_LOCKED', 'storage.busy', 'transient', 'The file is in use. Try again.'],
  ['SQLITE_NOTADB', 'storage.unreadable', 'permanent', 'The file is no database under this key.'],
  [
    'SQLITE_CORRUPT',
    'storage.corrupt',
    'permanent',
    'The file is damaged. Restore it from a backup.',
  ],
  [
    'SQLITE_CANTOPEN',
    'storage.no-access',
    'transient',
    'The file cannot be opened. Look at its owner and the open-files limit.',
  ],
  [
    'SQLITE_READONLY',
    'storage.no-access',
    'transient',
    'The file cannot be written. Look at its owner and mount.',
  ],
  ['SQLITE_PERM', 'storage.no-access', 'transient', 'The file cannot be used. Look at its owner.'],
  ['ENOSPC', 'storage.full', 'transient', 'The disk is full. Free some space.'],
  ['EDQUOT', 'storage.full', 'transient', 'The disk quota is used up. Free some space.'],
  ['EACCES', 'storage.no-access', 'transient', 'A file cannot be used. Look at its owner.'],
  ['EPERM', 'storage.no-access', 'transient', 'A file cannot be used. Look at its owner.'],
  ['EROFS', 'storage.no-access', 'transient', 'A file cannot be written. Look at its mount.'],
  ['EMFILE', 'storage.no-access', 'transient', 'Too many files are open. Raise the limit.'],
  ['EIO', 'storage.full', 'transient', 'The disk is failing. Look at its state.'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'storage.unique', 'bug', 'A row with this key is there already.'],
  [
    'SQLITE_CONSTRAINT_PRIMARYKEY',
    'storage.unique',
    'bug',
    'A row with this key is there already.',
  ],
  ['SQLITE_CONSTRAINT', 'storage.constraint', 'bug', 'The row breaks a rule of its table.'],
];

/** An error of the driver or of a file call as an AppError; an AppError passes through. */
export function translateSqliteError(error: unknown, step: SqliteStep): AppError {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : '';
  const code = sqliteCode(error);
  const known = translations.find(([prefix]) => code?.startsWith(prefix));
  if (known) {
    const [, appCode, kind, advice] = known;
    // A constraint's message names table and column, nothing else.
    const detail = code?.startsWith('SQLITE_CONSTRAINT') ? ` (${message})` : ` (${code})`;
    return new AppError(appCode, kind, advice + detail, { cause: error });
  }
  if (step === 'run' && code !== undefined) {
    return new AppError('storage.query', 'bug', `A statement failed (${code}).`);
  }
  return new AppError('storage.query', 'bug', `A statement failed: ${message}`, { cause: error });
}

/** Whether a row was refused because its key is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof AppError && error.code === 'storage.unique';
}

function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
