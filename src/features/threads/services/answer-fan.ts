import type { Message } from 'grammy/types';
import type {
  BotId,
  ChatId,
  ChatMessageId,
  MessageId,
  ThreadId,
  TopicId,
  UserId,
} from '#src/core/ids.ts';
import { refuse } from '#src/core/result.ts';
import type { Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { MessageContent } from '../message.ts';
import { contentOf } from '../rules/content-of.ts';
import { readTapData } from '../rules/tap-data.ts';
import { endAlbums, enqueueReply } from './enqueue-rows.ts';
import { deskInChat, topicAt } from '../queries/desk-rows.ts';
import { insertLink, linkAt } from '../queries/link-rows.ts';
import { hasLaterFanMessage, insertMessage, threadOfAlbum } from '../queries/message-rows.ts';
import { threadById, updateAnswered } from '../queries/thread-rows.ts';
import type { Thread } from '../thread.ts';
import { openWaiting } from './open-waiting.ts';
import { refreshWhenQuiet } from './refresh-card.ts';
import { messageStored } from './read-messages.ts';
import { shownMessage } from './shown-message.ts';

/** What the creator wrote at the desk, and who. */
export interface Answer {
  readonly message: Message;
  readonly botId: BotId;
  readonly author: UserId;
  readonly actor: 'creator' | 'member';
}

/**
 * Why nothing goes to a fan: `service` nobody wrote it; `no-reply` it answers nothing; `no-relay` it answers something
 * that belongs to no fan; `no-topic` it stands in a topic of no fan; `cannot-copy` bots cannot pass such content on.
 */
export type AnswerRefusal = 'service' | 'no-reply' | 'no-relay' | 'no-topic' | 'cannot-copy';

/**
 * A creator's message at the desk becomes a reply to the fan: message, link and outbox row in the caller's transaction.
 * In the private desk it answers a relay; in a forum it stands in the fan's topic.
 */
export async function answerFan(
  tx: Tx,
  answer: Answer,
  services: Services,
): Promise<Result<{ threadId: ThreadId }, AnswerRefusal>> {
  const { message } = answer;
  const content = contentOf(message);
  if (!content) return refuse('service');
  const target = await targetOf(tx, message, answer.botId);
  if (!target.ok) return target;
  if (content.kind === 'unsupported') return refuse('cannot-copy');
  const thread = await threadById(tx, target.threadId);
  if (!thread) return refuse('no-relay');
  await answerThread(tx, thread, { ...answer, content, quotes: target.quotes }, services);
  return { ok: true, threadId: thread.id };
}

/** Sends a message of the desk to the fan of this thread, whatever it answers there. `quotes`: what the fan sees it answer. */
export async function answerThread(
  tx: Tx,
  thread: Thread,
  answer: Omit<Answer, 'botId'> & { content: MessageContent; quotes: MessageId | null },
  services: Services,
): Promise<MessageId> {
  const { message, content } = answer;
  const now = services.clock.now();
  const messageId = await insertMessage(tx, {
    threadId: thread.id,
    direction: 'out',
    actor: answer.actor,
    authorUserId: answer.author,
    content,
    answersMessageId: answer.quotes,
    delivery: 'queued',
    sentAt: message.date * 1000,
  });
  await messageStored(tx, now);
  await insertLink(
    tx,
    {
      messageId,
      side: 'desk',
      role: 'origin',
      part: 0,
      chatId: message.chat.id as ChatId,
      chatMessageId: message.message_id as ChatMessageId,
    },
    now,
  );
  await endAlbums(tx, now, 'reply', { threadId: thread.id, albumId: content.albumId });
  await enqueueReply(tx, now, thread, { id: messageId, albumId: content.albumId });
  await updateAnswered(tx, thread.id, now);
  await refreshWhenQuiet(tx, thread.id, services);
  await openWaiting(tx, thread.id, services);
  return messageId;
}

type Target = Result<{ threadId: ThreadId; quotes: MessageId | null }, AnswerRefusal>;

async function targetOf(tx: Tx, message: Message, botId: BotId): Promise<Target> {
  const chatId = message.chat.id as ChatId;
  const answered = answeredIn(message);
  const link = answered && (await linkAt(tx, chatId, answered));
  const known = link && (await shownMessage(tx, link.messageId));
  if (message.chat.type === 'private') {
    if (known) {
      // Every answer in the private desk is a reply; the fan sees a quote only where it is not about the last message.
      const late = known.direction === 'in' && (await hasLaterFanMessage(tx, known));
      return { ok: true, threadId: known.threadId, quotes: late ? known.id : null };
    }
    const album = message.media_group_id && (await threadOfAlbum(tx, message.media_group_id));
    const threadId = album || threadOnButtons(message, botId);
    if (threadId) return { ok: true, threadId, quotes: null };
    return refuse(answered ? 'no-relay' : 'no-reply');
  }
  const desk = await deskInChat(tx, chatId);
  const topicId = message.is_topic_message ? message.message_thread_id : undefined;
  const topic = desk && topicId && (await topicAt(tx, desk.id, topicId as TopicId));
  if (topic) {
    const quotes = known?.threadId === topic.threadId ? known.id : null;
    return { ok: true, threadId: topic.threadId, quotes };
  }
  if (known) return { ok: true, threadId: known.threadId, quotes: known.id };
  // People talk among themselves in groups: only an answer to the bot is meant for it.
  // What answers nothing in a topic answers who made it: the bot, where it died before it could write the topic down.
  const toBot = message.reply_to_message?.from?.id === botId;
  return refuse(toBot ? 'no-relay' : 'no-topic');
}

/**
 * The thread that the answered message's own buttons name: they are ours, and they are there also where the process died
 * before it could write down which message it had sent.
 */
function threadOnButtons(message: Message, botId: BotId): ThreadId | null {
  const answered = message.reply_to_message;
  if (answered?.from?.id !== botId) return null;
  for (const button of answered.reply_markup?.inline_keyboard.flat() ?? []) {
    const tap = 'callback_data' in button ? readTapData(button.callback_data) : null;
    if (tap?.tap === 'card') return tap.id as ThreadId;
  }
  return null;
}

function answeredIn(message: Message): ChatMessageId | null {
  const answered = message.reply_to_message;
  // Every message of a topic that answers nothing "answers" the message that made the topic (Bot API, Message).
  if (!answered || 'forum_topic_created' in answered) return null;
  return answered.message_id as ChatMessageId;
}
