import { AppError } from '#src/core/errors.ts';
import type { Clock } from '#src/core/clock.ts';
import { inTransaction, type OpenTransaction } from '#src/storage/in-transaction.ts';
import type { Migration } from '#src/storage/migration.ts';
import type { Flush, SqliteFile } from '#src/storage/open-file.ts';
import {
  type AppliedStep,
  newerSchema,
  newestNumber,
  pendingSteps,
  schemaStanding,
} from '#src/storage/schema-version.ts';

/** The steps that ran on a file; none when it has no schema at all. */
export function appliedSteps(file: SqliteFile): AppliedStep[] {
  // Asked of the schema in memory: sqlite_schema is a table of some sixty pages.
  const [table] = file.run("select 1 from pragma_table_info('schema_migration') limit 1").rows;
  if (!table) return [];
  return file.run('select number, kind from schema_migration order by number')
    .rows as AppliedStep[];
}

/**
 * Brings a file's schema up to date, each step in one transaction with its version row: whenever the process dies,
 * the file has the whole step or nothing of it. Gives the number of the newest step on the file afterwards, which may be one
 * this program does not know. Throws `storage.newer`, or `storage.migration-failed` naming the step. `flush`: that of each step's commit.
 */
export async function runMigrations(
  file: SqliteFile,
  migrations: readonly Migration[],
  clock: Pick<Clock, 'now'>,
  flush: Flush = 'at-commit',
): Promise<number> {
  const applied = appliedSteps(file);
  if (schemaStanding(applied, migrations) === 'newer') throw newerSchema();
  const pending = pendingSteps(applied, migrations);
  const newest = newestNumber([...applied, ...pending]);
  if (pending.length === 0) return newest;
  // Rebuilding a table drops the old one, which with foreign keys on would delete all rows that point to it
  // (sqlite.org/lang_altertable.html, step 1). They are checked before each commit instead.
  file.pragma('foreign_keys = off');
  file.allowSchemaTexts(true);
  try {
    for (const migration of pending) await runOne(file, migration, clock, flush);
    return newest;
  } finally {
    if (file.isOpen) {
      file.allowSchemaTexts(false);
      file.pragma('foreign_keys = on');
    }
  }
}

async function runOne(
  file: SqliteFile,
  migration: Migration,
  clock: Pick<Clock, 'now'>,
  flush: Flush,
): Promise<void> {
  const run = async ({ db, connection }: OpenTransaction<never>): Promise<void> => {
    // Another process may have done it while we waited for the lock.
    if (appliedSteps(file).some((step) => step.number === migration.number)) return;
    await migration.up(db);
    if (connection.run('pragma foreign_key_check').rows.length > 0) {
      throw new AppError('storage.constraint', 'bug', 'The step leaves rows that point nowhere.');
    }
    connection.run(
      'insert into schema_migration (number, name, kind, applied_at) values (?, ?, ?, ?)',
      [migration.number, migration.name, migration.kind, clock.now()],
    );
  };
  try {
    await inTransaction<never, void>(file, 'write', run, flush);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'transient') throw error;
    throw new AppError(
      'storage.migration-failed',
      'permanent',
      `Step ${migration.number} (${migration.name}) failed; the file is as it was before it.`,
      { cause: error },
    );
  }
}
