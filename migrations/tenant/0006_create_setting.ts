import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Who works here, how they came in, what they chose, and conversations under way. */
export const createSetting: Migration = {
  number: 6,
  name: 'create_setting',
  kind: 'breaking',
  async up(db) {
    await sql`create table member (
      user_id integer not null primary key,
      role text not null check (role in ('owner', 'member')),
      name text not null,
      joined_at integer not null
    ) strict`.execute(db);
    await sql`create unique index member_owner on member (role) where role = 'owner'`.execute(db);

    await sql`create table claim_link (
      secret_hash text not null primary key,
      created_at integer not null,
      expires_at integer not null,
      used_at integer,
      used_by integer
    ) strict`.execute(db);

    await sql`create table setting (
      key text not null primary key,
      value text not null,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      changed_at integer not null
    ) strict`.execute(db);

    await sql`create table conversation (
      key text not null primary key,
      state text not null,
      changed_at integer not null
    ) strict`.execute(db);
  },
};
