import { sql } from 'kysely';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import type { MigrationsExport } from '#src/storage/migrate-threads/protocol.ts';
import type { Migration } from '#src/storage/migration.ts';

/** What a release brings: a column and an index, in a table that every tenant has. */
const benchRelease: Migration = {
  number: 9999,
  name: 'bench_release',
  kind: 'additive',
  async up(db) {
    await sql`alter table fan add column bench text`.execute(db);
    await sql`create index fan_bench on fan (bench) where bench is not null`.execute(db);
  },
};

/** The program's schema and one release more. */
export const releasedMigrations: readonly Migration[] = [...tenantMigrations, benchRelease];

/** Where a thread finds them. */
export const releasedExport: MigrationsExport = {
  module: import.meta.url,
  name: 'releasedMigrations',
};
