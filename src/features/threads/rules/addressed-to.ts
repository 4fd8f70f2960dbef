import type { TopicId } from '#src/core/ids.ts';
import type { ApiCall } from '#src/telegram/outbox/outbox-row.ts';
import type { Desk } from '../thread.ts';

/** The call with the desk's chat, and the topic if it has one, put in. */
export function addressedTo(desk: Desk, topicId: TopicId | null, call: ApiCall): ApiCall {
  return {
    method: call.method,
    payload: {
      chat_id: desk.chatId,
      ...(topicId === null ? {} : { message_thread_id: topicId }),
      ...call.payload,
    },
  };
}
