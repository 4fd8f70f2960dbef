import type { Message } from 'grammy/types';
import { fanById } from '#src/features/fans/index.ts';
import { fanMeant } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { fillPlaceholders } from '../rules/placeholders.ts';

/** Fills the placeholders of a text at the desk with the facts of the fan to whom it goes, if it goes to one. */
export async function fillFor(reader: Reader, message: Message): Promise<void> {
  const fanId = await fanMeant(reader, message);
  const fan = fanId === undefined ? undefined : await fanById(reader, fanId);
  if (!fan) return;
  const { text, entities = [] } = message;
  if (text === undefined) return;
  const filled = fillPlaceholders({ text, entities }, fan);
  Object.assign(message, { text: filled.text, entities: filled.entities });
}
