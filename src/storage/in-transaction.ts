import type { Transaction } from 'kysely';
import { beginImmediate } from '#src/storage/begin.ts';
import type { Flush, SqliteFile } from '#src/storage/open-file.ts';
import { gaveUp, kyselyOver, TransactionConnection } from '#src/storage/sqlite-dialect.ts';

/** The end of a transaction's life and everything in it. */
export interface OpenTransaction<Tables> {
  readonly db: Transaction<Tables>;
  readonly connection: TransactionConnection;
}

/** Many transactions run nothing but compiled statements: Kysely is made for those that ask for it. */
function openOver<Tables>(connection: TransactionConnection): OpenTransaction<Tables> {
  let db: Transaction<Tables> | undefined;
  return {
    connection,
    get db() {
      db ??= kyselyOver<Tables>(connection);
      return db;
    },
  };
}

/**
 * Runs `work` between BEGIN and COMMIT; rolls back when it throws. `write` takes the write lock at once (BEGIN
 * IMMEDIATE), so that it never fails half-way because another process writes; `read` gives one unmoving picture. Callers see to
 * it that only one transaction at a time is open on a file.
 */
export async function inTransaction<Tables, T>(
  file: SqliteFile,
  mode: 'read' | 'write',
  work: (transaction: OpenTransaction<Tables>) => Promise<T>,
  flush: Flush = 'at-commit',
): Promise<T> {
  if (mode === 'write') await beginImmediate(file, flush);
  else file.run('begin');
  const connection = new TransactionConnection(file, mode === 'read');
  try {
    const result = await work(openOver<Tables>(connection));
    connection.end();
    if (!file.inTransaction) throw gaveUp();
    file.run('commit');
    return result;
  } catch (error) {
    connection.end();
    file.rollback();
    throw error;
  }
}
