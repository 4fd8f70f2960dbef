import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  type LimitNode,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  Transaction,
  ValueNode,
} from 'kysely';
import { AppError } from '#src/core/errors.ts';
import type { SqliteFile, StatementResult } from '#src/storage/open-file.ts';

/**
 * Kysely's compiler for SQLite, but a limit is written into the text: SQLite plans a statement anew for every value that is
 * bound to one, which takes ten times as long as running it.
 */
class LimitsInTextCompiler extends SqliteQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    this.append('limit ');
    const value = ValueNode.is(limit) ? limit.value : undefined;
    if (typeof value === 'number' && Number.isSafeInteger(value)) this.append(`${value}`);
    else this.visitNode(limit);
  }
}

const adapter = new SqliteAdapter();
/** The one compiler; it keeps nothing between queries. */
export const compiler = new LimitsInTextCompiler();

/** The connection of one transaction. Once the transaction has ended every query on it throws. */
export class TransactionConnection implements DatabaseConnection {
  readonly #file: SqliteFile;
  readonly #readOnly: boolean;
  #ended = false;
  #lost = false;

  constructor(file: SqliteFile, readOnly: boolean) {
    this.#file = file;
    this.#readOnly = readOnly;
  }

  end(): void {
    this.#ended = true;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes, lastRowId } = this.run(query.sql, query.parameters);
    return {
      rows: rows as Row[],
      ...(changes !== undefined && { numAffectedRows: BigInt(changes) }),
      ...(lastRowId !== undefined && { insertId: BigInt(lastRowId) }),
    };
  }

  /** Whether the transaction still stands. */
  get isOpen(): boolean {
    return !this.#ended && this.#file.inTransaction;
  }

  /** Throws `storage.finished` after the end, `storage.full` when SQLite gave the transaction up. */
  assertOpen(): void {
    if (this.#ended) {
      throw new AppError(
        'storage.finished',
        'bug',
        'This transaction has ended; await every query inside it.',
      );
    }
    if (this.#lost) throw gaveUp();
  }

  /** Runs a statement outside Kysely, under the same guards. */
  run(sql: string, parameters: readonly unknown[] = []): StatementResult {
    this.assertOpen();
    try {
      return this.#file.runInside(sql, parameters, this.#readOnly);
    } catch (error) {
      // Only a statement that fails can end the transaction (sqlite.org/lang_transaction.html, section 3.1).
      this.#lost = !this.#file.inTransaction;
      throw error;
    }
  }

  // oxlint-disable-next-line require-yield -- the interface asks for a generator
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new AppError(
      'storage.no-streams',
      'bug',
      'Read in pages; an open cursor would block the file.',
    );
  }
}

/** SQLite gave up the transaction by itself (full disk, I/O error); nothing of it may be taken for done. */
export function gaveUp(): AppError {
  return new AppError(
    'storage.full',
    'transient',
    'SQLite rolled the transaction back. Look at the disk.',
  );
}

/** Kysely bound to one transaction: what leads to another connection or to a nested transaction throws. */
export function kyselyOver<Tables>(connection: TransactionConnection): Transaction<Tables> {
  const driver = new FixedDriver(connection);
  const dialect: Dialect = {
    createDriver: () => driver,
    createAdapter: () => adapter,
    createQueryCompiler: () => compiler,
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  });
  return new Transaction<Tables>({ config: { dialect }, dialect, driver, executor });
}

/** Begin and commit are ours (see in-transaction.ts); Kysely is only lent the connection. */
class FixedDriver implements Driver {
  readonly #connection: TransactionConnection;

  constructor(connection: TransactionConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    throw new AppError('storage.nested', 'bug', 'A transaction is open already.');
  }

  async commitTransaction(): Promise<void> {
    throw new AppError('storage.nested', 'bug', 'Return from the work to commit.');
  }

  async rollbackTransaction(): Promise<void> {
    throw new AppError('storage.nested', 'bug', 'Throw from the work to roll back.');
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}
