/** @import { ChatView, MessageView, Screen } from '../../../test/support/sandbox/screen.ts' */

/**
 * Remembers what this phone has shown, so that what came since can be counted. What was there at first sight counts
 * as read.
 *
 * @returns {{
 *   learn(screen: Screen): void, see(chat: ChatView, topicId?: number): void,
 *   count(screen: Screen, chatId?: number, topicId?: number): number, forget(): void,
 * }}
 */
export function createUnread() {
  /** Newest message seen, for each chat and topic. @type {Map<string, number>} */
  const seen = new Map();
  let met = false;

  /**
   * @param {ChatView} chat
   * @param {MessageView} message
   */
  const keyOf = (chat, message) => `${chat.chatId}:${message.topicId ?? 0}`;

  /**
   * @param {ChatView} chat
   * @param {number} [topicId]
   */
  function see(chat, topicId) {
    for (const message of chat.messages) {
      if (topicId !== undefined && (message.topicId ?? 0) !== topicId) continue;
      const key = keyOf(chat, message);
      seen.set(key, Math.max(seen.get(key) ?? 0, message.messageId));
    }
  }

  return {
    see,
    learn(screen) {
      if (met) return;
      met = true;
      for (const chat of screen.chats) see(chat);
    },
    count(screen, chatId, topicId) {
      let total = 0;
      for (const chat of screen.chats) {
        if (chatId !== undefined && chat.chatId !== chatId) continue;
        total += chat.messages.filter(
          (message) =>
            (topicId === undefined || (message.topicId ?? 0) === topicId) &&
            message.from.id !== screen.user.id &&
            message.kind !== 'service' &&
            message.messageId > (seen.get(keyOf(chat, message)) ?? 0),
        ).length;
      }
      return total;
    },
    forget() {
      seen.clear();
      met = false;
    },
  };
}
