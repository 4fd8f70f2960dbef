import type { FanId, MessageId, NoteId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { unreachable } from '#src/core/result.ts';
import { fanById } from '#src/features/fans/index.ts';
import { type MessageReader, readNew } from '#src/features/threads/index.ts';
import { tidyTexts } from '#src/storage/full-text.ts';
import type { Tx } from '#src/storage/reader.ts';
import { nameWords } from '../rules/names.ts';
import { textId } from '../rules/text-id.ts';
import { wordsOf } from '../rules/words.ts';
import { replaceNameWords } from '../queries/name-rows.ts';
import { deleteStale, type Stale, staleRows } from '../queries/stale-rows.ts';
import { fieldTexts, insertText, messageTexts, noteTexts } from '../queries/text-rows.ts';
import { withdrawnBetween } from '../queries/text-rows.ts';

/** What one step of indexing takes: some milliseconds. */
const stepSize = 64;

/** Brings messages into the index, and with them what was changed elsewhere. */
export const searchReader: MessageReader = {
  name: 'search',
  async read(tx, messages) {
    const [first, last] = [messages.at(0), messages.at(-1)];
    if (!first || !last) return;
    const withdrawn = await withdrawnBetween(tx, first.id, last.id);
    for (const { id, text } of messages) {
      if (!withdrawn.has(id)) await indexMessage(tx, id, text);
    }
    const renewed = await indexStale(tx, stepSize);
    await tidyTexts(tx, messages.length + renewed);
  },
};

/**
 * Brings into the index what it does not have yet, `limit` messages and `limit` changes at most, so that what was said a
 * moment ago is found. True when that was all.
 */
export async function catchUp(tx: Tx, services: Services, limit: number): Promise<boolean> {
  const allRead = await readNew(tx, searchReader, services, limit);
  const renewed = await indexStale(tx, limit);
  await tidyTexts(tx, renewed);
  return allRead && renewed < limit;
}

/** Indexes what changed, `limit` rows at most; returns how many. */
async function indexStale(tx: Tx, limit: number): Promise<number> {
  const rows = await staleRows(tx, limit);
  for (const row of rows) {
    await indexOne(tx, row);
    await deleteStale(tx, row);
  }
  return rows.length;
}

async function indexOne(tx: Tx, { kind, id }: Stale): Promise<void> {
  switch (kind) {
    case 'message': {
      const [message] = await messageTexts(tx, [id as MessageId]);
      if (message) await indexMessage(tx, message.id, message.text);
      return;
    }
    case 'note': {
      const [note] = await noteTexts(tx, [id as NoteId]);
      if (note) {
        const key = textId({ kind: 'note', noteId: note.id });
        await insertText(tx, key, note.text, wordsOf(note.text));
      }
      return;
    }
    case 'fields': {
      const fields = await fieldTexts(tx, [id as FanId]);
      const text = fields.map(({ value }) => value).join('\n');
      // Its words are always kept: the triggers know no other text to take it out by.
      const key = textId({ kind: 'fields', fanId: id as FanId });
      if (fields.length > 0) await insertText(tx, key, text, wordsOf(text) ?? text);
      return;
    }
    case 'name': {
      const fan = await fanById(tx, id as FanId);
      if (fan) await replaceNameWords(tx, fan.id, nameWords(fan));
      return;
    }
    default:
      unreachable(kind);
  }
}

async function indexMessage(tx: Tx, messageId: MessageId, text: string): Promise<void> {
  if (text === '') return;
  await insertText(tx, textId({ kind: 'message', messageId }), text, wordsOf(text));
}
