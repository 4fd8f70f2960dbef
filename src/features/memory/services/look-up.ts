import type { FieldId, NoteId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { fieldById } from '../queries/field-rows.ts';
import { noteById } from '../queries/note-rows.ts';

/** What a note says now; undefined when it is gone. */
export async function noteTextOf(reader: Reader, id: NoteId): Promise<string | undefined> {
  return (await noteById(reader, id))?.text;
}

/** The choices of a field; none when it is gone. */
export async function choicesOf(reader: Reader, id: FieldId): Promise<readonly string[]> {
  return (await fieldById(reader, id))?.choices ?? [];
}
