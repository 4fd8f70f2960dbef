import type { Message } from 'grammy/types';
import type { BotId, ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Prompt } from '#src/telegram/fanline-context.ts';
import { promptAt, promptSince, updateAnswered } from './queries.ts';

/** So long after a question, what comes without a reply may be its answer. */
const recentMs = 10 * 60_000;

/**
 * The question of the bot's that this message answers; undefined when it answers none, as a command never does. From now on
 * (epoch ms) it is one that was answered: where the answer will not do, the bot asks anew, or leaves it open (`leaveOpen`).
 */
export async function takeAnswer(
  tx: Tx,
  message: Message,
  botId: BotId,
  now: number,
): Promise<Prompt | undefined> {
  const answered = message.reply_to_message;
  if (answered?.from?.id !== botId) return undefined;
  const [first] = message.entities ?? [];
  // Telegram keeps the answer field open: what is tapped in the menu comes as a reply, too, and is no answer.
  if (first?.type === 'bot_command' && first.offset === 0) return undefined;
  const chatId = message.chat.id as ChatId;
  const chatMessageId = answered.message_id as ChatMessageId;
  const prompt = await promptAt(tx, chatId, chatMessageId);
  if (prompt) await updateAnswered(tx, chatId, chatMessageId, now);
  return prompt;
}

/** What came as an answer was none, and nobody is asked anew: the question stays open. */
export async function leaveOpen(tx: Tx, message: Message): Promise<void> {
  const answered = message.reply_to_message;
  if (!answered) return;
  const chatMessageId = answered.message_id as ChatMessageId;
  await updateAnswered(tx, message.chat.id as ChatId, chatMessageId, null);
}

/** The last question of the bot's in this chat that was asked a moment ago and that nobody answered. `now` in epoch ms. */
export async function recentPrompt(
  reader: Reader,
  chatId: ChatId,
  now: number,
): Promise<ChatMessageId | undefined> {
  return await promptSince(reader, chatId, now - recentMs);
}
