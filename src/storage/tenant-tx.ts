import type { Transaction } from 'kysely';
import { isStorageFault } from '#src/core/error-code.ts';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { DueIndex } from '#src/storage/due-index.ts';
import type { OpenTransaction } from '#src/storage/in-transaction.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { TransactionConnection } from '#src/storage/sqlite-dialect.ts';
import type { TenantTables } from '#src/storage/tenant-tables.ts';

/** Kept apart from Reader and Tx, whose holders have no business with it. */
const connections = new WeakMap<object, TransactionConnection>();

/** The connection below a Reader or a Tx; for this folder alone. */
export function connectionOf(reader: Reader): TransactionConnection {
  const connection = connections.get(reader);
  if (!connection) throw new AppError('storage.finished', 'bug', 'This is no Reader of a store.');
  return connection;
}

/** A Reader over one open transaction. */
export function readerOver(tenantId: TenantId, transaction: OpenTransaction<TenantTables>): Reader {
  const reader = {
    tenantId,
    get db() {
      return transaction.db;
    },
  } as unknown as Reader;
  connections.set(reader, transaction.connection);
  return reader;
}

/** What a Tx works with besides its transaction. */
export interface TxParts {
  /** Collects its tasks. */
  readonly afterCommit: (() => void)[];
  /** Hears of due work. */
  readonly due: Pick<DueIndex, 'bringForward'>;
  /** What stands in for savepoints; null where they are real. */
  readonly unmarked: Unmarked | null;
}

/** A transaction without savepoints. What fails where one would be is its `fault`, and then nothing of it may be committed. */
export interface Unmarked {
  fault: AppError | null;
}

/** The fault where only a part of the work should have been undone: it must run again, with savepoints. */
export class SavepointNeeded extends AppError {
  constructor(cause: unknown) {
    // Passed on like a fault of the file: nothing of the transaction may be taken for done.
    super('storage.savepoint-needed', 'transient', 'Run it again with savepoints.', { cause });
  }
}

/** A Tx over one open transaction. */
export function txOver(
  tenantId: TenantId,
  transaction: OpenTransaction<TenantTables>,
  parts: TxParts,
): Tx {
  return new SqliteTx(tenantId, transaction, parts) as unknown as Tx;
}

class SqliteTx {
  readonly tenantId: TenantId;
  readonly #transaction: OpenTransaction<TenantTables>;
  readonly #connection: TransactionConnection;
  readonly #tasks: (() => void)[];
  readonly #due: Pick<DueIndex, 'bringForward'>;
  readonly #unmarked: Unmarked | null;
  #depth = 0;

  constructor(
    tenantId: TenantId,
    transaction: OpenTransaction<TenantTables>,
    { afterCommit, due, unmarked }: TxParts,
  ) {
    this.tenantId = tenantId;
    this.#transaction = transaction;
    this.#connection = transaction.connection;
    this.#tasks = afterCommit;
    this.#due = due;
    this.#unmarked = unmarked;
    connections.set(this, transaction.connection);
  }

  get db(): Transaction<TenantTables> {
    return this.#transaction.db;
  }

  afterCommit(task: () => void): void {
    this.#connection.assertOpen();
    this.#tasks.push(task);
  }

  noteDue(dueAt: number): void {
    this.afterCommit(() => this.#due.bringForward(this.tenantId, dueAt));
  }

  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    if (this.#unmarked) return await this.#without(this.#unmarked, work);
    const tasksBefore = this.#tasks.length;
    const depth = this.#depth + 1;
    this.#connection.run(`savepoint level_${depth}`);
    this.#depth = depth;
    try {
      const result = await work();
      this.#leave(depth);
      this.#connection.run(`release level_${depth}`);
      return result;
    } catch (error) {
      this.#tasks.length = Math.min(this.#tasks.length, tasksBefore);
      // A full disk has rolled everything back already, this savepoint included.
      if (!this.#connection.isOpen) throw error;
      this.#depth = depth - 1;
      this.#connection.run(`rollback to level_${depth}`);
      this.#connection.run(`release level_${depth}`);
      throw error;
    }
  }

  async #without<T>(unmarked: Unmarked, work: () => Promise<T>): Promise<T> {
    this.#connection.assertOpen();
    const depth = this.#depth + 1;
    this.#depth = depth;
    try {
      const result = await work();
      this.#leave(depth);
      return result;
    } catch (error) {
      const isOfFile = error instanceof AppError && isStorageFault(error);
      unmarked.fault ??= isOfFile ? error : new SavepointNeeded(error);
      throw unmarked.fault;
    }
  }

  /** Savepoints nest; two side by side would undo each other's work. */
  #leave(depth: number): void {
    if (this.#depth !== depth) {
      throw new AppError(
        'storage.savepoint-overlap',
        'bug',
        'Await one savepoint before the next begins.',
      );
    }
    this.#depth = depth - 1;
  }
}
