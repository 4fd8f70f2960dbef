import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Which tenants there are, their bots and their wrapped keys. */
export const createTenant: Migration = {
  number: 1,
  name: 'create_tenant',
  kind: 'breaking',
  async up(db) {
    await sql`create table schema_migration (
      number integer not null primary key,
      name text not null,
      kind text not null check (kind in ('additive', 'breaking')),
      applied_at integer not null
    ) strict`.execute(db);

    await sql`create table tenant (
      tenant_id text not null primary key,
      slug text not null unique,
      name text not null,
      state text not null check (state in ('active', 'suspended', 'deleted')),
      bot_id integer not null unique,
      bot_username text not null,
      bot_info text not null,
      token_sealed text not null,
      webhook_path text not null unique,
      webhook_secret_sealed text not null,
      webhook_url text,
      connection text not null default 'ok' check (connection in ('ok', 'disconnected', 'conflict')),
      connection_at integer,
      quarantine text,
      quarantined_at integer,
      schema_number integer not null,
      next_due_at integer,
      revision integer not null,
      created_at integer not null,
      suspended_at integer,
      deleted_at integer,
      purge_at integer
    ) strict`.execute(db);
    await sql`create index tenant_revision on tenant (revision)`.execute(db);
    await sql`create index tenant_due on tenant (next_due_at) where next_due_at is not null`.execute(
      db,
    );

    await sql`create table tenant_key (
      tenant_id text not null primary key references tenant (tenant_id),
      key_id text not null,
      wrapped text not null,
      created_at integer not null
    ) strict`.execute(db);

    await sql`create table operator_act (
      id integer primary key autoincrement,
      at integer not null,
      act text not null,
      tenant_id text,
      detail text
    ) strict`.execute(db);
  },
};
