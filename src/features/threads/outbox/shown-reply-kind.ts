import type { Services } from '#src/core/services.ts';
import { fanName } from '#src/features/fans/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import type { ApiCall } from '#src/telegram/outbox/outbox-row.ts';
import { bold, joinRich, maxText, splitRich } from '#src/telegram/rich-text.ts';
import type { StoredMessage } from '../message.ts';
import { activeDesk, topicOf } from '../queries/desk-rows.ts';
import { insertLink } from '../queries/link-rows.ts';
import { messageById } from '../queries/message-rows.ts';
import { requireThread } from '../queries/thread-rows.ts';
import { fileCall } from '../rules/file-call.ts';
import { wordsOf } from '../rules/relay-pieces.ts';
import { deskTexts } from '../services/desk-texts.ts';
import { markDelivered } from '../services/tell-delivery.ts';
import { messageRef } from './refs.ts';
import { sentIds } from './sent-ids.ts';

/**
 * A reply that nobody wrote at the desk (a saved one), shown there: from then on it is the creator's message like any
 * other, with its delivery mark, `/delete` and answers.
 */
export const shownReplyKind: OutboxKind = {
  kind: 'shown-reply',

  async prepare(tx, row, services): Promise<Prepared> {
    const message = await messageById(tx, messageRef(row).messageId);
    const desk = await activeDesk(tx);
    if (!message || !desk || desk.chatId !== row.chatId) return { do: 'drop' };
    const topic = desk.kind === 'forum' ? await topicOf(tx, desk.id, message.threadId) : undefined;
    const call = await shownCall(tx, message, services);
    return {
      do: 'call',
      call: {
        method: call.method,
        payload: {
          chat_id: desk.chatId,
          ...(topic ? { message_thread_id: topic.topicId } : {}),
          ...call.payload,
        },
      },
    };
  },

  async onSent(tx, row, result, services) {
    const [chatMessageId] = sentIds(result);
    const message = await messageById(tx, messageRef(row).messageId);
    if (!message || row.chatId === null || chatMessageId === undefined) return;
    const place = { chatId: row.chatId, chatMessageId };
    const now = services.clock.now();
    await insertLink(
      tx,
      { messageId: message.id, side: 'desk', role: 'origin', part: 0, ...place },
      now,
    );
    if (message.delivery === 'delivered') await markDelivered(tx, message, services);
  },
};

async function shownCall(
  reader: Reader,
  message: StoredMessage,
  services: Services,
): Promise<ApiCall> {
  const { fanId } = await requireThread(reader, message.threadId);
  const t = await deskTexts(reader, services);
  const head = bold(t('threads-sent-head', { name: await fanName(reader, fanId) }));
  const words = wordsOf(message);
  const shown = words.text === '' ? head : joinRich(head, '\n', words);
  const file = fileCall(message, shown);
  if (file) return file;
  const [text = head] = splitRich(shown, maxText);
  return { method: 'sendMessage', payload: { text: text.text, entities: text.entities } };
}
