import type { MessageId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { StoredMessage } from '../message.ts';
import { newestMergedInto } from '../queries/merge-rows.ts';
import { messageById } from '../queries/message-rows.ts';

/** The message that is meant by who points at a copy of this one: of several that went as one, the newest. */
export async function shownMessage(
  reader: Reader,
  id: MessageId,
): Promise<StoredMessage | undefined> {
  const message = await messageById(reader, id);
  if (message?.direction !== 'in' || message.kind !== 'text') return message;
  return (await newestMergedInto(reader, message.id)) ?? message;
}
