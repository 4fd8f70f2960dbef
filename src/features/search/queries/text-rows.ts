import type { FanId, MessageId, NoteId } from '#src/core/ids.ts';
import { addText, hasText } from '#src/storage/full-text.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';

const insertSpelling = statement((db, given: { id: number; words: string }) =>
  db.insertInto('search_spelling').values({ id: given.id, words: given.words }),
);

/**
 * Adds a text to the index, unless it is there. `words` is null where the index reads the text as it is; then the triggers
 * take it out by the text itself.
 */
export async function insertText(
  tx: Tx,
  id: number,
  text: string,
  words: string | null,
): Promise<void> {
  if (await hasText(tx, id)) return;
  if (words !== null) await insertSpelling.run(tx, { id, words });
  await addText(tx, id, words ?? text);
}

/** A message as search shows it. */
export interface FoundMessage {
  readonly id: MessageId;
  readonly text: string;
}

/** These messages' texts, without those that were taken back. */
export async function messageTexts(
  reader: Reader,
  ids: readonly MessageId[],
): Promise<FoundMessage[]> {
  if (ids.length === 0) return [];
  return await reader.db
    .selectFrom('message')
    .select(['id', 'text'])
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
}

/** Which of the messages between these two were taken back already. */
export async function withdrawnBetween(
  reader: Reader,
  from: MessageId,
  to: MessageId,
): Promise<Set<MessageId>> {
  const rows = await reader.db
    .selectFrom('message')
    .select('id')
    .where('id', '>=', from)
    .where('id', '<=', to)
    .where('deleted_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Who said a message to whom, and when. */
export async function messageFacts(
  reader: Reader,
  ids: readonly MessageId[],
): Promise<{ id: MessageId; fanId: FanId; direction: 'in' | 'out'; sentAt: number }[]> {
  if (ids.length === 0) return [];
  return await reader.db
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .select([
      'message.id',
      'thread.fan_id as fanId',
      'message.direction',
      'message.sent_at as sentAt',
    ])
    .where('message.id', 'in', ids)
    .execute();
}

/** These notes. */
export async function noteTexts(
  reader: Reader,
  ids: readonly NoteId[],
): Promise<{ id: NoteId; fanId: FanId; text: string; createdAt: number }[]> {
  if (ids.length === 0) return [];
  return await reader.db
    .selectFrom('note')
    .select(['id', 'fan_id as fanId', 'text', 'created_at as createdAt'])
    .where('id', 'in', ids)
    .execute();
}

/** One field of a fan's, in words. */
export interface FieldText {
  readonly fanId: FanId;
  readonly name: string;
  readonly value: string;
  readonly changedAt: number;
}

/** What the fields of these fans say. */
export async function fieldTexts(reader: Reader, fanIds: readonly FanId[]): Promise<FieldText[]> {
  if (fanIds.length === 0) return [];
  const rows = await reader.db
    .selectFrom('fan_field')
    .innerJoin('field', 'field.id', 'fan_field.field_id')
    .select([
      'fan_field.fan_id as fanId',
      'field.name',
      'fan_field.text_value',
      'fan_field.number_value',
      'fan_field.changed_at as changedAt',
    ])
    .where('fan_field.fan_id', 'in', fanIds)
    .where('field.gone', '=', 0)
    .orderBy('field.position')
    .execute();
  return rows.map(({ text_value, number_value, ...row }) => ({
    ...row,
    value: text_value ?? `${number_value ?? ''}`,
  }));
}
