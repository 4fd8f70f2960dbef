import type { Message } from 'grammy/types';
import type { BotId, ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Prompt } from '#src/telegram/fanline-context.ts';
import { promptAt, promptSince } from './queries.ts';

/** So long after a question, what comes without a reply may be its answer. */
const recentMs = 10 * 60_000;

/** The question of the bot's that this message answers; undefined when it answers none. */
export async function findPrompt(
  reader: Reader,
  message: Message,
  botId: BotId,
): Promise<Prompt | undefined> {
  const answered = message.reply_to_message;
  if (answered?.from?.id !== botId) return undefined;
  return await promptAt(reader, message.chat.id as ChatId, answered.message_id as ChatMessageId);
}

/** The last question of the bot's in this chat that was asked a moment ago. `now` in epoch ms. */
export async function recentPrompt(
  reader: Reader,
  chatId: ChatId,
  now: number,
): Promise<ChatMessageId | undefined> {
  return await promptSince(reader, chatId, now - recentMs);
}
