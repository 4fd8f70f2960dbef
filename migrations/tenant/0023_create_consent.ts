import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * What the creator consented to, one row for each time, kept when it has ended; and fans who keep their messages away from
 * AI providers.
 */
export const createConsent: Migration = {
  number: 23,
  name: 'create_consent',
  kind: 'additive',
  async up(db) {
    await sql`create table consent (
      id integer primary key autoincrement,
      purpose text not null check (purpose in ('ai-drafts')),
      providers text not null,
      text_version integer not null,
      given_at integer not null,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      given_by integer not null,
      ended_at integer,
      ended_how text check (ended_how in ('withdrawn', 'replaced')),
      check ((ended_at is null) = (ended_how is null))
    ) strict`.execute(db);
    await sql`create unique index consent_now on consent (purpose) where ended_at is null`.execute(
      db,
    );
    await sql`create table ai_opt_out (
      fan_id integer not null primary key references fan (id) on delete cascade,
      opted_out_at integer not null,
      taken_back_at integer
    ) strict`.execute(db);
  },
};
