import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Durable out: every call that must reach Telegram. */
export const createOutbox: Migration = {
  number: 3,
  name: 'create_outbox',
  kind: 'breaking',
  async up(db) {
    await sql`create table outbox (
      id integer primary key autoincrement,
      kind text not null,
      method text not null,
      payload text,
      ref text,
      lane text not null,
      chat_id integer,
      audience text not null check (audience in ('fan', 'desk', 'bot')),
      priority integer not null check (priority in (0, 1, 2)),
      state text not null default 'queued'
        check (state in ('queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled')),
      step text not null default 'call' check (step in ('call', 'prelude')),
      attempts integer not null default 0,
      agains integer not null default 0,
      repeated integer not null default 0 check (repeated in (0, 1)),
      not_before integer not null default 0,
      expires_at integer,
      failure text,
      created_at integer not null,
      claimed_at integer,
      finished_at integer
    ) strict`.execute(db);
    await sql`create index outbox_queued on outbox (priority, lane, id) where state = 'queued'`.execute(
      db,
    );
    await sql`create index outbox_due on outbox (not_before) where state = 'queued' and not_before > 0`.execute(
      db,
    );
    await sql`create index outbox_sending on outbox (id) where state = 'sending'`.execute(db);
    await sql`create index outbox_attention on outbox (id) where state in ('failed', 'uncertain')`.execute(
      db,
    );
    await sql`create index outbox_finished on outbox (finished_at) where state in ('sent', 'cancelled')`.execute(
      db,
    );
  },
};
