import type { FanId, TopicId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { fanName } from '#src/features/fans/index.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { CardPlace } from '../card-place.ts';
import { deskInChat, topicAt, topicOf } from '../queries/desk-rows.ts';
import { placesOf } from '../queries/link-rows.ts';
import { lastMessages } from '../queries/message-rows.ts';
import { threadOfFan } from '../queries/thread-rows.ts';
import { cardTap } from '../rules/card-tap.ts';
import { generalTopic, topicLink } from '../rules/topic-link.ts';
import type { Desk, DeskTopic, Thread } from '../thread.ts';
import { deskTexts } from './desk-texts.ts';

/** Whether a place is the topic of another fan, where whatever is written goes to that one. */
export async function isTopicOfAnother(
  reader: Reader,
  fanId: FanId,
  { chatId, topicId }: CardPlace,
): Promise<boolean> {
  if (topicId === undefined) return false;
  const desk = await deskInChat(reader, chatId);
  const topic = desk && (await topicAt(reader, desk.id, topicId as TopicId));
  return topic !== undefined && topic.threadId !== (await threadOfFan(reader, fanId))?.id;
}

/** The link to a fan's own topic in a group, at what they said there last; undefined while the fan has none there. */
async function linkToTopic(reader: Reader, fanId: FanId, desk: Desk): Promise<string | undefined> {
  const thread = await threadOfFan(reader, fanId);
  const topic = thread && (await topicOf(reader, desk.id, thread.id));
  if (!topic) return undefined;
  const last = await lastPlace(reader, thread, desk, topic);
  return topicLink(desk.chatId, topic.topicId, last ?? topic.cardChatMessageId ?? undefined);
}

/** Messages that are looked through for the fan's last. */
const lookedThrough = 10;

/**
 * Where the fan's last message stands in their topic; what the creator said may stand anywhere. A topic has the id of the
 * message that made it (core.telegram.org/api/forum), so what stood in a topic before this one has a lower id.
 */
async function lastPlace(reader: Reader, thread: Thread, desk: Desk, topic: DeskTopic) {
  const messages = await lastMessages(reader, thread.id, lookedThrough);
  const last = messages.find(({ direction }) => direction === 'in');
  const places = last ? await placesOf(reader, last, 'desk') : [];
  return places.findLast(
    ({ chatId, chatMessageId }) =>
      chatId === desk.chatId && Number(chatMessageId) > Number(topic.topicId),
  )?.chatMessageId;
}

/**
 * Says in another fan's topic where a fan is to be found: in the topic of their own, else in General. That a topic was deleted
 * shows only when something is sent there, so a second button brings the card to General. True when they have a topic.
 */
export async function leadToTopic(
  tx: Tx,
  fanId: FanId,
  place: CardPlace,
  services: Services,
): Promise<boolean> {
  const desk = await deskInChat(tx, place.chatId);
  const t = await deskTexts(tx, services);
  const name = await fanName(tx, fanId);
  const link = desk && (await linkToTopic(tx, fanId, desk));
  const url = link ?? topicLink(place.chatId, generalTopic);
  const text = link ? t('threads-own-topic', { name }) : t('threads-card-in-general', { name });
  await enqueue(tx, services.clock.now(), {
    method: 'sendMessage',
    payload: {
      chat_id: place.chatId,
      message_thread_id: place.topicId,
      text,
      reply_markup: {
        inline_keyboard: [
          [{ text: `${name} ›`, url }],
          ...(link
            ? [[{ text: t('threads-button-general'), callback_data: cardTap('general', fanId) }]]
            : []),
        ],
      },
      ...(place.replyTo === undefined
        ? {}
        : {
            reply_parameters: { message_id: place.replyTo, allow_sending_without_reply: true },
          }),
      link_preview_options: { is_disabled: true },
    },
    audience: 'desk',
    chatId: place.chatId,
  });
  return link !== undefined;
}
