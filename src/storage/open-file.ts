import Database from 'better-sqlite3';
import { AppError } from '#src/core/errors.ts';
import { type SqliteStep, translateSqliteError } from '#src/storage/sqlite-errors.ts';
import { StatementCache } from '#src/storage/statement-cache.ts';

/** How to open an encrypted file. */
export interface OpenOptions {
  /** Raw 256-bit key. */
  readonly key: Uint8Array;
  /** Marks what kind of file it is (sqlite.org/pragma.html#pragma_application_id); another one is refused. */
  readonly applicationId: number;
  /** True to stamp a file that was just made empty; an existing one is never stamped. */
  readonly fresh?: boolean;
}

/** What a statement gave. */
export interface StatementResult {
  readonly rows: unknown[];
  readonly changes: number | undefined;
  readonly lastRowId: number | bigint | undefined;
}

/**
 * One open encrypted SQLite file (SQLCipher's scheme, raw key), the only user of the driver. All calls are
 * synchronous; all errors are AppErrors with `storage.` codes.
 */
export class SqliteFile {
  readonly #db: Database.Database;
  readonly #statements: StatementCache<Database.Statement>;
  #damage: string | undefined;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#statements = new StatementCache((sql) => db.prepare(sql));
  }

  /** The code of the error that showed the file to be bad (`storage.corrupt`, `storage.unreadable`), if one did. */
  get damage(): string | undefined {
    return this.#damage;
  }

  get isOpen(): boolean {
    return this.#db.open;
  }

  /** False as well when SQLite gave up the transaction by itself, as it does on a full disk. */
  get inTransaction(): boolean {
    return this.#db.inTransaction;
  }

  /** Runs one statement; `readOnly` refuses those that write. */
  run(sql: string, parameters: readonly unknown[] = [], readOnly = false): StatementResult {
    const statement = this.#prepare(sql);
    if (readOnly && !statement.readonly) {
      throw new AppError('storage.read-only', 'bug', 'A Reader was used to write; take a Tx.');
    }
    checkParameters(parameters);
    try {
      if (statement.reader) {
        return { rows: statement.all(parameters), changes: undefined, lastRowId: undefined };
      }
      const { changes, lastInsertRowid } = statement.run(parameters);
      return { rows: [], changes, lastRowId: lastInsertRowid };
    } catch (error) {
      throw this.#translated(error, 'run');
    }
  }

  /** Runs a PRAGMA (its text without the word) and gives the first value of the first row. */
  pragma(text: string): unknown {
    try {
      return this.#db.pragma(text, { simple: true });
    } catch (error) {
      throw this.#translated(error, 'run');
    }
  }

  /** Ends the open transaction, if there is one; when even that fails the file is closed, which ends it too. */
  rollback(): void {
    if (!this.isOpen || !this.inTransaction) return;
    try {
      this.run('rollback');
    } catch {
      this.#db.close();
    }
  }

  /** Refreshes the planner's statistics, moves the WAL into the file and closes it. Does nothing when closed. */
  close(): void {
    if (!this.isOpen) return;
    try {
      // Nobody waits for housekeeping that another process holds up.
      this.#db.pragma('busy_timeout = 0');
      this.#db.pragma('optimize');
      this.#db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // Housekeeping only: what was committed stays in the WAL and is found at the next open.
    }
    this.#db.close();
  }

  #translated(error: unknown, step: SqliteStep): AppError {
    const translated = translateSqliteError(error, step);
    if (translated.kind === 'permanent') this.#damage = translated.code;
    return translated;
  }

  #prepare(sql: string): Database.Statement {
    try {
      return this.#statements.get(sql);
    } catch (error) {
      throw this.#translated(error, 'prepare');
    }
  }
}

/** Opens an encrypted file that must exist. A wrong key is `storage.unreadable`, another kind of file `storage.foreign`. */
export function openFile(path: string, options: OpenOptions): SqliteFile {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { fileMustExist: true, timeout: 5000 });
    db.pragma("cipher = 'sqlcipher'");
    db.pragma(`key = "x'${Buffer.from(options.key).toString('hex')}'"`);
    if (options.fresh) db.pragma(`application_id = ${options.applicationId}`);
    db.pragma('busy_timeout = 5000');
    if (db.pragma('application_id', { simple: true }) !== options.applicationId) {
      throw new AppError('storage.foreign', 'permanent', 'The file was not made by this program.');
    }
    // A file in the making is flushed as a whole before it gets its name. Later on,
    // NORMAL could lose the last commits on power failure, after they were acknowledged (sqlite.org/pragma.html).
    db.exec(`pragma journal_mode = wal; pragma synchronous = ${options.fresh ? 'off' : 'full'}; pragma foreign_keys = on;
      pragma temp_store = memory; pragma cache_size = -2000; pragma secure_delete = on;
      pragma analysis_limit = 400;`);
    return new SqliteFile(db);
  } catch (error) {
    db?.close();
    throw translateSqliteError(error, 'open');
  }
}

/**
 * Takes a lock that the operating system lets go when the process dies, however it dies: an exclusive transaction on
 * an empty file that nobody ever writes. Gives the function that lets go, or undefined when somebody else has it.
 */
export function lockFile(path: string): (() => void) | undefined {
  const db = new Database(path, { timeout: 0 });
  try {
    db.exec('begin exclusive');
    return () => db.close();
  } catch (error) {
    db.close();
    const translated = translateSqliteError(error, 'open');
    if (translated.code === 'storage.busy') return undefined;
    throw translated;
  }
}

function checkParameters(parameters: readonly unknown[]): void {
  for (const value of parameters) {
    const type = typeof value;
    if (type === 'number' || type === 'string' || type === 'bigint' || value === null) continue;
    if (value instanceof Uint8Array) continue;
    const what = type === 'object' ? (value?.constructor.name ?? type) : type;
    throw new AppError(
      'storage.bad-parameter',
      'bug',
      `A ${what} cannot be stored; booleans are 0 or 1, times are epoch milliseconds, JSON is text.`,
    );
  }
}
