import type { Actor } from '#src/core/actor.ts';
import type { FanId, NoteId, UserId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { fanById } from '#src/features/fans/index.ts';
import { refreshCard } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Note } from '../note.ts';
import { deleteNote, insertNote, noteById, updateNote } from '../queries/note-rows.ts';

/** Longest note, in UTF-16 units. */
export const maxNote = 2_000;

/** Why a note is not written. */
export type NoteRefusal = 'empty' | 'too-long' | 'no-fan' | 'gone';

/** Writes a note on a fan. */
export async function addNote(
  tx: Tx,
  given: { fanId: FanId; text: string; actor: Actor; author: UserId | null },
  services: Services,
): Promise<Result<{ id: NoteId }, NoteRefusal>> {
  const read = readNote(given.text);
  if (!read.ok) return read;
  if (!(await fanById(tx, given.fanId))) return refuse('no-fan');
  const id = await insertNote(tx, { ...given, text: read.text }, services.clock.now());
  await refreshCard(tx, given.fanId, services);
  return { ok: true, id };
}

/** Puts another text into a note. */
export async function changeNote(
  tx: Tx,
  id: NoteId,
  text: string,
  services: Services,
): Promise<Result<{ note: Note }, NoteRefusal>> {
  const read = readNote(text);
  if (!read.ok) return read;
  const note = await noteById(tx, id);
  if (!note) return refuse('gone');
  await updateNote(tx, id, read.text, services.clock.now());
  await refreshCard(tx, note.fanId, services);
  return { ok: true, note: { ...note, text: read.text } };
}

/** Removes a note; undefined when it is not there. */
export async function removeNote(
  tx: Tx,
  id: NoteId,
  services: Services,
): Promise<Note | undefined> {
  const note = await noteById(tx, id);
  if (!note) return undefined;
  await deleteNote(tx, id);
  await refreshCard(tx, note.fanId, services);
  return note;
}

function readNote(typed: string): Result<{ text: string }, 'empty' | 'too-long'> {
  const text = typed.trim();
  if (text === '') return refuse('empty');
  return text.length > maxNote ? refuse('too-long') : { ok: true, text };
}
