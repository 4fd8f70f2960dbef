import type { ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import { activeDesk, topicOf, updateTopicCard } from '../queries/desk-rows.ts';
import { deskLane, enqueueTopicCard } from '../services/enqueue-rows.ts';
import { hasRoomForCards, refreshLater } from '../services/refresh-card.ts';
import type { CardSource } from '../ports.ts';
import { requireThread } from '../queries/thread-rows.ts';
import type { Desk } from '../thread.ts';
import { topicCardRef } from './refs.ts';
import { sentIds } from './sent-ids.ts';

/**
 * The fan's card in a topic, pinned once it is there. At a desk that is behind there is no room for it: the next message
 * of the fan asks again.
 */
export function topicCardKind(cards: CardSource): OutboxKind {
  return {
    kind: 'topic-card',

    async prepare(tx, row, services): Promise<Prepared> {
      const { deskId, threadId } = topicCardRef(row);
      const desk = await activeDesk(tx);
      const topic = await topicOf(tx, deskId, threadId);
      if (desk?.id !== deskId || topic?.cardChatMessageId !== null) return { do: 'drop' };
      if (!(await hasRoomForCards(tx, desk.id, services))) return { do: 'drop' };
      const { fanId } = await requireThread(tx, threadId);
      const { text, keyboard } = await cards(tx, fanId, services);
      return {
        do: 'call',
        call: {
          method: 'sendMessage',
          payload: {
            chat_id: desk.chatId,
            message_thread_id: topic.topicId,
            text: text.text,
            entities: text.entities,
            reply_markup: keyboard,
          },
        },
      };
    },

    async onSent(tx, row, result, services) {
      const { deskId, threadId } = topicCardRef(row);
      const [cardId] = sentIds(result);
      const desk = await activeDesk(tx);
      if (cardId === undefined || desk?.id !== deskId) return;
      await updateTopicCard(tx, deskId, threadId, cardId);
      await enqueue(tx, services.clock.now(), {
        method: 'pinChatMessage',
        payload: { chat_id: desk.chatId, message_id: cardId, disable_notification: true },
        audience: 'desk',
        chatId: desk.chatId,
        lane: deskLane(desk, threadId),
        priority: priority.relay,
      });
    },
  };
}

/** A relay has arrived in a fan's topic: the card follows, where the topic has none yet and the desk has room. */
export async function bringCard(
  tx: Tx,
  desk: Desk,
  threadId: ThreadId,
  services: Services,
): Promise<void> {
  if (desk.kind === 'private') return;
  const topic = await topicOf(tx, desk.id, threadId);
  if (topic?.cardChatMessageId !== null || !(await hasRoomForCards(tx, desk.id, services))) return;
  await enqueueTopicCard(tx, services.clock.now(), desk, threadId);
}

/**
 * The pinned card of a topic, brought up to date where it stands, once the desk has room for it. A card that is gone is
 * left alone.
 */
export function topicCardEditKind(cards: CardSource): OutboxKind {
  return {
    kind: 'topic-card-edit',

    async prepare(tx, row, services): Promise<Prepared> {
      const { deskId, threadId } = topicCardRef(row);
      const desk = await activeDesk(tx);
      const topic = await topicOf(tx, deskId, threadId);
      const cardId = topic?.cardChatMessageId;
      if (desk?.id !== deskId || !cardId) return { do: 'drop' };
      if (!(await hasRoomForCards(tx, desk.id, services))) {
        await refreshLater(tx, threadId, services);
        return { do: 'drop' };
      }
      const { fanId } = await requireThread(tx, threadId);
      const { text, keyboard } = await cards(tx, fanId, services);
      return {
        do: 'call',
        call: {
          method: 'editMessageText',
          payload: {
            chat_id: desk.chatId,
            message_id: cardId,
            text: text.text,
            entities: text.entities,
            reply_markup: keyboard,
          },
        },
      };
    },
  };
}
