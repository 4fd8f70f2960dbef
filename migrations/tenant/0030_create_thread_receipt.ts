import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * What left the box about a thread for something else than a draft of its own: noting facts, learning how the creator sounds, past
 * answers as examples for a draft of another fan's.
 */
export const createThreadReceipt: Migration = {
  number: 30,
  name: 'create_thread_receipt',
  kind: 'additive',
  async up(db) {
    await sql`create table thread_receipt (
      id integer primary key autoincrement,
      thread_id integer not null references thread (id) on delete cascade,
      purpose text not null check (purpose in ('facts', 'persona', 'example')),
      sent_at integer not null,
      receipt text not null
    ) strict`.execute(db);
    await sql`create index thread_receipt_thread on thread_receipt (thread_id, id)`.execute(db);
  },
};
