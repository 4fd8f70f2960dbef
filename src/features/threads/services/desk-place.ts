import type { ChatId, ChatMessageId, MessageId, TopicId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { activeDesk, topicOf } from '../queries/desk-rows.ts';
import { insertLink, placesOf } from '../queries/link-rows.ts';
import { messageById } from '../queries/message-rows.ts';
import { hasRoomForCards } from './refresh-card.ts';

/** Where something about a message is said at the desk. */
export interface DeskPlace {
  readonly chatId: ChatId;
  readonly topicId: TopicId | undefined;
  /** Where the message itself stands there. */
  readonly replyTo: ChatMessageId | undefined;
}

/** Where something about this message is said at the desk of now, in the fan's topic where there is one; undefined: no desk. */
export async function deskPlaceOf(
  reader: Reader,
  messageId: MessageId,
): Promise<DeskPlace | undefined> {
  const desk = await activeDesk(reader);
  const message = await messageById(reader, messageId);
  if (!desk || !message) return undefined;
  const topic =
    desk.kind === 'forum' ? await topicOf(reader, desk.id, message.threadId) : undefined;
  const places = await placesOf(reader, message, 'desk');
  return {
    chatId: desk.chatId,
    topicId: topic?.topicId,
    replyTo: places.findLast(({ chatId }) => chatId === desk.chatId)?.chatMessageId,
  };
}

/** Whether what nobody waits for may be said at the desk: it is there, and it is not behind. */
export async function hasDeskRoom(tx: Tx, services: Services): Promise<boolean> {
  const desk = await activeDesk(tx);
  return desk !== undefined && (await hasRoomForCards(tx, desk.id, services));
}

/** What stands at this place of the desk is about this message: answering it answers the fan. */
export async function linkNotice(
  tx: Tx,
  messageId: MessageId,
  place: { chatId: ChatId; chatMessageId: ChatMessageId },
  services: Services,
): Promise<void> {
  const link = { messageId, side: 'desk', role: 'notice', part: 0, ...place } as const;
  await insertLink(tx, link, services.clock.now());
}
