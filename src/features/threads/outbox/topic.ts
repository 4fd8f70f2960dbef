import { fanName } from '#src/features/fans/index.ts';
import type { ThreadId, TopicId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import { insertTopic, topicOf } from '../queries/desk-rows.ts';
import { requireThread } from '../queries/thread-rows.ts';
import type { Desk } from '../thread.ts';

/** The colours that Telegram allows for topic icons (Bot API, createForumTopic). */
const iconColors = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047] as const;
/** Longest topic name (Bot API, createForumTopic). */
const maxTopicName = 128;

/**
 * The topic that a thread's relays go to: none in a private desk, the stored one in a forum, or the call that must be
 * made first. The fan's card follows the first message.
 */
export async function prepareTopic(
  tx: Tx,
  desk: Desk,
  threadId: ThreadId,
  services: Services,
): Promise<{ missing: Prepared } | { missing: null; topicId: TopicId | null }> {
  if (desk.kind === 'private') return { missing: null, topicId: null };
  const topic = await topicOf(tx, desk.id, threadId);
  if (!topic) return { missing: await createTopic(tx, desk, threadId, services) };
  return { missing: null, topicId: topic.topicId };
}

async function createTopic(
  tx: Tx,
  desk: Desk,
  threadId: ThreadId,
  services: Services,
): Promise<Prepared> {
  const { fanId } = await requireThread(tx, threadId);
  const name = (await fanName(tx, fanId)).slice(0, maxTopicName);
  return {
    do: 'first',
    call: {
      method: 'createForumTopic',
      payload: {
        chat_id: desk.chatId,
        name,
        icon_color: iconColors[threadId % iconColors.length],
      },
    },
    done: async (later, result) => {
      const topicId = (result as { message_thread_id: TopicId }).message_thread_id;
      await insertTopic(later, { deskId: desk.id, threadId, topicId, name }, services.clock.now());
    },
  };
}
