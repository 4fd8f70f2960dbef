import Database from 'better-sqlite3';
import { AppError } from '#src/core/errors.ts';
import { type SqliteStep, translateSqliteError } from '#src/storage/sqlite-errors.ts';
import { StatementCache } from '#src/storage/statement-cache.ts';
import { WalFlush } from '#src/storage/wal-flush.ts';

/**
 * How a file's pages are encrypted, always under a raw 256-bit key and each page authenticated.
 *
 * - `sqlcipher`: SQLCipher's scheme (AES-256 with an HMAC), approved parts and the longest record. A page of 1 KB costs 27 us.
 * - `aegis`: AEGIS-256, a tenth of that, but no approved mode (OWASP ASVS 5, 11.3.2): only for what is sealed before it is written.
 */
export type PageCipher = 'sqlcipher' | 'aegis';

/** How to open an encrypted file. */
export interface OpenOptions {
  /** Raw 256-bit key. */
  readonly key: Uint8Array;
  /** `sqlcipher` unless said otherwise. */
  readonly cipher?: PageCipher | undefined;
  /** Marks what kind of file it is (sqlite.org/pragma.html#pragma_application_id); another one is refused. */
  readonly applicationId: number;
  /** True to stamp a file that was just made empty; an existing one is never stamped. */
  readonly fresh?: boolean;
  /** Only in tests. */
  readonly disk?: Disk | undefined;
  /** Opens for reading only, under this watch. */
  readonly watch?: ReadWatch | undefined;
}

/** Asked before each statement that gives rows and after each row, with the rows it gave; ends the statement by throwing. */
export type ReadWatch = (rows: number) => void;

/** A port that only tests fill: what the disk says when a statement writes. */
export interface Disk {
  /**
   * Asked before each statement that writes and before each commit. `failing`: the statement fails with SQLITE_IOERR.
   * `full`: it fails with SQLITE_FULL, and SQLite has rolled the whole transaction back.
   */
  write(path: string, sql: string): 'fine' | 'failing' | 'full';
}

/** What a statement gave. */
export interface StatementResult {
  readonly rows: unknown[];
  readonly changes: number | undefined;
  readonly lastRowId: number | bigint | undefined;
}

/**
 * When a commit is flushed to the disk. `at-commit`: before the commit returns (synchronous=FULL). `with-next`: by `flushed()`,
 * or together with a later commit (NORMAL): until then it survives the death of the process, but a power failure may undo it,
 * with all that was committed after it (sqlite.org/pragma.html#pragma_synchronous).
 */
export type Flush = 'at-commit' | 'with-next';

/**
 * One open encrypted SQLite file, the only user of the driver. All calls are synchronous; all errors are AppErrors with
 * `storage.` codes.
 */
export class SqliteFile {
  readonly #db: Database.Database;
  readonly #statements: StatementCache<Database.Statement>;
  readonly #disk: Disk | undefined;
  readonly #watch: ReadWatch | undefined;
  readonly #walFlush: WalFlush;
  #damage: string | undefined;
  /** Whether statements wait while another process writes; see beginWrite. */
  #patient = true;
  #flush: Flush = 'at-commit';

  constructor(db: Database.Database, { disk, watch }: Pick<OpenOptions, 'disk' | 'watch'> = {}) {
    this.#db = db;
    this.#disk = disk;
    this.#watch = watch;
    this.#statements = new StatementCache((sql) => db.prepare(sql));
    this.#walFlush = new WalFlush(db.name);
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

  /**
   * Begins a transaction that may write; throws `storage.busy` at once while another process writes. The settings stay for
   * the next one, since setting them anew would cost each transaction as much as beginning it.
   */
  beginWrite(flush: Flush): void {
    if (flush !== this.#flush) {
      this.pragma(`synchronous = ${flush === 'at-commit' ? 'full' : 'normal'}`);
      this.#flush = flush;
    }
    if (this.#patient) this.pragma('busy_timeout = 0');
    this.#patient = false;
    this.#execute('begin immediate', [], false);
  }

  /** Runs one statement; `readOnly` refuses those that write. */
  run(sql: string, parameters: readonly unknown[] = [], readOnly = false): StatementResult {
    if (!this.#patient && !this.inTransaction) {
      this.#patient = true;
      this.pragma('busy_timeout = 5000');
    }
    return this.#execute(sql, parameters, readOnly);
  }

  /** As `run`, inside the transaction that was begun. */
  runInside(sql: string, parameters: readonly unknown[], readOnly: boolean): StatementResult {
    return this.#execute(sql, parameters, readOnly);
  }

  #execute(sql: string, parameters: readonly unknown[], readOnly: boolean): StatementResult {
    const statement = this.#prepare(sql);
    if (readOnly && !statement.readonly) {
      throw new AppError('storage.read-only', 'bug', 'A Reader was used to write; take a Tx.');
    }
    checkParameters(parameters);
    try {
      if (this.#disk) this.#askDisk(this.#disk, sql, statement.readonly);
      if (statement.reader) {
        const rows = this.#watch
          ? rowsUnder(this.#watch, statement, parameters)
          : statement.all(parameters);
        return { rows, changes: undefined, lastRowId: undefined };
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

  /** Whether statements may rewrite the schema's own texts (sqlite.org/pragma.html#pragma_writable_schema). Only while steps run. */
  allowSchemaTexts(allowed: boolean): void {
    this.#db.unsafeMode(allowed);
  }

  /** Resolves once everything that was committed `with-next` so far is on the disk. */
  flushed(): Promise<void> {
    return this.#walFlush.flushed();
  }

  /** As `flushed`, within half a second and for nobody who waits. */
  flushSoon(): void {
    this.#walFlush.flushSoon();
  }

  /**
   * Moves the WAL into the file and cuts it off; then all that was committed is on the disk. False when somebody reads there just now:
   * then it stays where it is. For an end or a quiet moment, since nothing waits for others any more.
   */
  moveWal(): boolean {
    this.pragma('busy_timeout = 0');
    // The first value says whether it was kept from it (sqlite.org/pragma.html#pragma_wal_checkpoint).
    return this.pragma('wal_checkpoint(TRUNCATE)') === 0;
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

  /**
   * Refreshes the planner's statistics unless `optimize` is false, moves the WAL into the file unless `moveWal` is false, and closes
   * it. Does nothing when closed.
   */
  close({
    optimize = true,
    moveWal = true,
  }: {
    readonly optimize?: boolean;
    readonly moveWal?: boolean;
  } = {}): void {
    if (!this.isOpen) return;
    if (this.#db.readonly) {
      this.#db.close();
      return;
    }
    try {
      // Nobody waits for housekeeping that another process holds up.
      this.#db.pragma('busy_timeout = 0');
      if (optimize) this.#db.pragma('optimize');
      if (moveWal) this.#db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // Housekeeping only: what was committed stays in the WAL and is found at the next open.
    }
    this.#walFlush.close();
    this.#db.close();
  }

  #askDisk(disk: Disk, sql: string, readonly: boolean): void {
    if (readonly && sql !== 'commit') return;
    const said = disk.write(this.#db.name, sql);
    if (said === 'fine') return;
    // A full disk makes SQLite roll the whole transaction back (sqlite.org/lang_transaction.html, section 3.1).
    if (said === 'full' && this.inTransaction) this.#db.exec('rollback');
    throw new Database.SqliteError('by a test', said === 'full' ? 'SQLITE_FULL' : 'SQLITE_IOERR');
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

/** Pages in memory, at most (KiB). What is not there is read and decrypted anew, which a long history pays for (docs/performance.md). */
const cacheKib = 4_000;

/** Bytes of a page in a new file: where encrypting costs by the byte and a commit changes a few in each of many pages, small ones. */
const pageBytes: Readonly<Record<PageCipher, number>> = { sqlcipher: 1024, aegis: 4096 };

/** After so many a commit moves the log into the file. Seldom enough: a page that many commits change is moved once. */
const logBytes = 4_096_000;

/** Opens an encrypted file that must exist. A wrong key or cipher is `storage.unreadable`, another kind of file `storage.foreign`. */
export function openFile(path: string, options: OpenOptions): SqliteFile {
  const { cipher = 'sqlcipher' } = options;
  let db: Database.Database | undefined;
  try {
    const readonly = options.watch !== undefined;
    db = new Database(path, { fileMustExist: true, timeout: 5000, readonly });
    db.exec(`pragma cipher = '${cipher}';
      pragma key = "x'${Buffer.from(options.key).toString('hex')}'";
      pragma busy_timeout = 5000`);
    if (options.fresh) db.pragma(`page_size = ${pageBytes[cipher]}`);
    if (options.fresh) db.pragma(`application_id = ${options.applicationId}`);
    if (db.pragma('application_id', { simple: true }) !== options.applicationId) {
      throw new AppError('storage.foreign', 'permanent', 'The file was not made by this program.');
    }
    // A file in the making is flushed as a whole before it gets its name. Later on,
    // NORMAL could lose the last commits on power failure, after they were acknowledged (sqlite.org/pragma.html).
    db.exec(`pragma journal_mode = wal; pragma synchronous = ${options.fresh ? 'off' : 'full'}; pragma foreign_keys = on;
      pragma temp_store = memory; pragma cache_size = -${cacheKib}; pragma secure_delete = on;
      pragma analysis_limit = 400; pragma wal_autocheckpoint = ${logBytes / pageBytes[cipher]};`);
    // Reads that go through much of a file gain from remembering more of it: decrypting a page is what costs.
    if (readonly) db.exec('pragma query_only = on; pragma cache_size = -12000;');
    return new SqliteFile(db, options);
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

/** Row by row, which takes twice as long as all at once, but can be ended in between. */
function rowsUnder(
  watch: ReadWatch,
  statement: Database.Statement,
  parameters: readonly unknown[],
): unknown[] {
  const rows: unknown[] = [];
  watch(0);
  for (const row of statement.iterate(parameters)) {
    rows.push(row);
    watch(rows.length);
  }
  return rows;
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
