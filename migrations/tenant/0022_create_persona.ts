import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** How the creator sounds, line by line; what fans ask often; what was learned from replies and waits to be accepted. */
export const createPersona: Migration = {
  number: 22,
  name: 'create_persona',
  kind: 'additive',
  async up(db) {
    await sql`create table persona_line (
      id integer primary key autoincrement,
      part text not null check (part in ('tone', 'do', 'dont', 'language', 'emoji', 'fact', 'price')),
      text text not null,
      habit text check (habit in ('length', 'greeting', 'sign-off', 'case', 'full-stop', 'exclamation')),
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      author_user_id integer,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create table persona_state (
      id integer primary key check (id = 1),
      version integer not null,
      step text check (step in ('tone', 'do', 'dont', 'language', 'emoji', 'fact', 'price')),
      changed_at integer not null
    ) strict`.execute(db);
    await sql`create table faq_entry (
      id integer primary key autoincrement,
      question text not null,
      answer text,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      author_user_id integer,
      created_at integer not null,
      changed_at integer
    ) strict`.execute(db);
    await sql`create table persona_proposal (
      id integer primary key autoincrement,
      replies integer not null,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create table persona_proposed_line (
      id integer primary key autoincrement,
      proposal_id integer not null references persona_proposal (id) on delete cascade,
      part text not null check (part in ('tone', 'do', 'dont', 'language', 'emoji', 'fact', 'price')),
      text text not null,
      habit text check (habit in ('length', 'greeting', 'sign-off', 'case', 'full-stop', 'exclamation')),
      before_text text,
      state text not null default 'open' check (state in ('open', 'taken', 'left'))
    ) strict`.execute(db);
    await sql`create index persona_proposed_line_proposal on persona_proposed_line (proposal_id)`.execute(
      db,
    );
  },
};
