import type { OutboxFileId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { insertFile, insertPiece } from '#src/telegram/outbox/file-queries.ts';
import { type FileRef, fileRef } from '#src/telegram/outbox/file-ref.ts';

/** A file to be uploaded. Telegram takes 50 MB at most, 10 MB as a photo (Bot API, "Sending files"). */
export interface NewFile {
  /** As people will see it, with its ending, by which Telegram tells what it is: `fans.csv`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Pieces are read one by one while the call is under way, so that a large file stops nobody and fills no memory. */
const pieceBytes = 262_144;

/** Letters, digits and a few marks: the name stands in a header of the upload. */
const plainName = /^[\w][\w.-]{0,79}$/;

/**
 * Stores a file; the answer goes into the payload of `enqueue`, where a file_id would stand:
 * `payload: { chat_id, document: await attachFile(tx, now, { name: 'fans.csv', bytes }) }`. `now` in epoch ms.
 *
 * The bytes are deleted when the row has been sent or is no longer wanted, or was not retried for a week; files that no
 * row took are gone after a day. Throws for a name that is not plain (ASCII letters, digits, `_`, `.`, `-`).
 */
export async function attachFile(tx: Tx, now: number, file: NewFile): Promise<FileRef> {
  if (!plainName.test(file.name)) throw new Error('the name of a file to upload must be plain');
  const ref = fileRef(await insertFile(tx, { name: file.name, created_at: now }));
  await appendToFile(tx, ref, file.bytes);
  return ref;
}

/** Adds to a file that no row has taken yet; for files that are made in several steps, or transactions. */
export async function appendToFile(tx: Tx, ref: FileRef, bytes: Uint8Array): Promise<void> {
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const piece = bytes.subarray(start, start + pieceBytes);
    await insertPiece(tx, ref.$file as OutboxFileId, piece);
  }
}
