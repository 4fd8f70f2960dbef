import type { ChatId, ChatMessageId, TopicId } from '#src/core/ids.ts';

/** The topic in which everything stands that has no topic of its own (core.telegram.org/api/forum). */
export const generalTopic = 1 as TopicId;

/**
 * A link that opens a topic of a supergroup, at a message where one is given, for whoever is in the group:
 * `t.me/c/<chat>/<topic>/<message>`, the chat without the -100 of the Bot API (core.telegram.org/api/links).
 */
export function topicLink(chatId: ChatId, topicId: TopicId, at?: ChatMessageId): string {
  const chat = `${chatId}`.replace(/^-(?:100)?/u, '');
  return `https://t.me/c/${chat}/${topicId}${at === undefined ? '' : `/${at}`}`;
}
