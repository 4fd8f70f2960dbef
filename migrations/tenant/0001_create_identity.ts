import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Whose file this is, and which steps ran on it. */
export const createIdentity: Migration = {
  number: 1,
  name: 'create_identity',
  kind: 'breaking',
  async up(db) {
    await sql`create table tenant_identity (
      tenant_id text not null primary key,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create table schema_migration (
      number integer not null primary key,
      name text not null,
      kind text not null check (kind in ('additive', 'breaking')),
      applied_at integer not null
    ) strict`.execute(db);
  },
};
