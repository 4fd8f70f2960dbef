import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Ids in the index: a message has its own, what a fan's fields say that of the fan above this, a note its own above that. */
const fieldsFrom = 2 ** 50;
const notesFrom = 2 ** 51;

/**
 * Search: an index of all that was said and written down, the names of fans by their words, and what of both is no longer
 * true. Texts leave the index in the transaction that deletes or changes them, by triggers; they come in a moment later.
 */
export const createSearch: Migration = {
  number: 14,
  name: 'create_search',
  kind: 'additive',
  async up(db) {
    // The index keeps no texts (content='') and forgets deleted words at once (secure-delete). Marks belong to words, as
    // in Thai and Hindi; U+FE0F only follows emoji. Merging is asked for in small steps, never done in one piece.
    await sql`create virtual table search_index using fts5(
      words,
      content='',
      tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc' separators '\ufe0f'"
    )`.execute(db);
    await sql`insert into search_index (search_index, rank) values ('secure-delete', 1)`.execute(
      db,
    );
    await sql`insert into search_index (search_index, rank) values ('automerge', 0)`.execute(db);

    await sql`create table search_spelling (
      id integer not null primary key,
      words text not null
    ) strict`.execute(db);
    await sql`create table search_name (
      word text not null,
      fan_id integer not null references fan (id) on delete cascade,
      primary key (word, fan_id)
    ) strict, without rowid`.execute(db);
    await sql`create index search_name_fan on search_name (fan_id)`.execute(db);
    await sql`create table search_stale (
      kind text not null check (kind in ('name', 'note', 'fields', 'message')),
      id integer not null,
      primary key (kind, id)
    ) strict, without rowid`.execute(db);
    await sql`create table search_query (
      id integer primary key autoincrement,
      user_id integer not null,
      text text not null,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create index search_query_created on search_query (created_at)`.execute(db);

    for (const kind of ['message', 'note'] as const) {
      const from = kind === 'message' ? 0 : notesFrom;
      const forget = sql.raw(forgetText(`old.id + ${from}`, 'old.text'));
      const [table, listed] = [sql.raw(kind), sql.lit(kind)];
      const [changed, columns, found] =
        kind === 'message'
          ? [
              sql`old.text is not new.text or (old.deleted_at is null) <> (new.deleted_at is null)`,
              sql`text, deleted_at`,
              sql`new.text <> '' and new.deleted_at is null`,
            ]
          : [sql`old.text is not new.text`, sql`text`, sql`true`];
      await sql`create trigger search_${table}_deleted after delete on ${table} begin
        ${forget}
        delete from search_stale where kind = ${listed} and id = old.id;
      end`.execute(db);
      await sql`create trigger search_${table}_changed after update of ${columns} on ${table} when ${changed} begin
        ${forget}
        insert into search_stale (kind, id) select ${listed}, new.id where ${found} on conflict do nothing;
      end`.execute(db);
    }
    await sql`create trigger search_note_written after insert on note begin
      insert into search_stale (kind, id) values ('note', new.id) on conflict do nothing;
    end`.execute(db);

    for (const [event, row] of [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ] as const) {
      const fan = sql.raw(`${row}.fan_id`);
      await sql`create trigger search_fields_${sql.raw(event)} after ${sql.raw(event)} on fan_field begin
        ${sql.raw(forgetText(`${row}.fan_id + ${fieldsFrom}`, "''"))}
        insert into search_stale (kind, id) values ('fields', ${fan}) on conflict do nothing;
      end`.execute(db);
    }

    await sql`create trigger search_fan_met after insert on fan begin
      insert into search_stale (kind, id) values ('name', new.id) on conflict do nothing;
    end`.execute(db);
    await sql`create trigger search_fan_renamed after update of first_name, last_name, username on fan
      when old.first_name is not new.first_name or old.last_name is not new.last_name
        or old.username is not new.username begin
      insert into search_stale (kind, id) values ('name', new.id) on conflict do nothing;
    end`.execute(db);
    await sql`insert into search_stale (kind, id) select 'name', id from fan`.execute(db);
    await sql`insert into search_stale (kind, id) select 'note', id from note`.execute(db);
    await sql`insert into search_stale (kind, id) select distinct 'fields', fan_id from fan_field`.execute(
      db,
    );
  },
};

/**
 * Takes a text out of the index if it is there, by the words with which it came in: to be told other words would damage
 * the index (sqlite.org/fts5.html, the 'delete' command).
 */
function forgetText(id: string, text: string): string {
  return `insert into search_index (search_index, rowid, words)
    select 'delete', ${id}, coalesce((select words from search_spelling where id = ${id}), ${text})
    where exists (select 1 from search_index_docsize where id = ${id});
    delete from search_spelling where id = ${id};`;
}
