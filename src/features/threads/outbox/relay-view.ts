import type { MessageLink, StoredMessage } from '../message.ts';
import type { RelayView } from '../rules/relay-pieces.ts';
import type { MessageRef, RelayRef } from './refs.ts';
import type { Desk } from '../thread.ts';
import type { Services } from '#src/core/services.ts';
import type { Reader } from '#src/storage/reader.ts';
import { fanName } from '#src/features/fans/index.ts';
import { linksOf, placesOf } from '../queries/link-rows.ts';
import { messageById } from '../queries/message-rows.ts';
import { requireThread } from '../queries/thread-rows.ts';
import { deskTexts } from '../services/desk-texts.ts';

/** Gathers how a message is shown at a desk now. */
export async function relayViewOf(
  reader: Reader,
  message: StoredMessage,
  desk: Desk,
  options: Omit<RelayRef, keyof MessageRef> & { repeated: boolean; begun?: boolean },
  services: Services,
): Promise<RelayView> {
  const thread = await requireThread(reader, message.threadId);
  return {
    named: desk.kind === 'private',
    buttons: desk.kind === 'private',
    name: await fanName(reader, thread.fanId),
    threadId: thread.id,
    origin: await originOf(reader, message),
    answers: await answeredAt(reader, message, desk),
    repeated: options.repeated,
    edited: options.edited ?? false,
    inWords: options.inWords ?? false,
    begun: options.begun ?? false,
    t: await deskTexts(reader, services),
  };
}

/** What is copied from there; a text is written anew. */
async function originOf(reader: Reader, message: StoredMessage): Promise<MessageLink | undefined> {
  if (message.kind === 'text') return undefined;
  const links = await linksOf(reader, message.id, 'fan');
  return links.find((link) => link.role === 'origin');
}

async function answeredAt(
  reader: Reader,
  message: StoredMessage,
  desk: Desk,
): Promise<MessageLink | undefined> {
  if (message.answersMessageId === null) return undefined;
  const answered = await messageById(reader, message.answersMessageId);
  const links = answered ? await placesOf(reader, answered, 'desk') : [];
  return links.find((link) => link.chatId === desk.chatId);
}
