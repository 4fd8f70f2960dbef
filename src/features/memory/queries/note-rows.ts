import type { Actor } from '#src/core/actor.ts';
import type { FanId, NoteId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Note } from '../note.ts';

/** A note to be written. */
export interface NewNote {
  readonly fanId: FanId;
  readonly text: string;
  readonly actor: Actor;
  readonly author: UserId | null;
}

/** Writes a note. */
export async function insertNote(tx: Tx, note: NewNote, now: number): Promise<NoteId> {
  const row = await tx.db
    .insertInto('note')
    .values({
      fan_id: note.fanId,
      text: note.text,
      actor: note.actor,
      author_user_id: note.author,
      created_at: now,
      changed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The note with this id. */
export async function noteById(reader: Reader, id: NoteId): Promise<Note | undefined> {
  return await selectNotes(reader).where('id', '=', id).executeTakeFirst();
}

/** A fan's notes, newest first. */
export async function notesOf(
  reader: Reader,
  fanId: FanId,
  page: { limit: number; offset?: number },
): Promise<Note[]> {
  return await selectNotes(reader)
    .where('fan_id', '=', fanId)
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
}

/** How many notes there are of a fan. */
export async function countNotes(reader: Reader, fanId: FanId): Promise<number> {
  const row = await reader.db
    .selectFrom('note')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('fan_id', '=', fanId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Puts another text into a note. */
export async function updateNote(tx: Tx, id: NoteId, text: string, now: number): Promise<void> {
  await tx.db.updateTable('note').set({ text, changed_at: now }).where('id', '=', id).execute();
}

/** Removes a note. */
export async function deleteNote(tx: Tx, id: NoteId): Promise<void> {
  await tx.db.deleteFrom('note').where('id', '=', id).execute();
}

function selectNotes(reader: Reader) {
  return reader.db
    .selectFrom('note')
    .select([
      'id',
      'fan_id as fanId',
      'text',
      'author_user_id as author',
      'created_at as createdAt',
    ]);
}
