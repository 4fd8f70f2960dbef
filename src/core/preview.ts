import type { ChatId, TenantId, TopicId } from '#src/core/ids.ts';

/**
 * What a bot shows for a moment while something is being made. Not a word of it counts: it is not written down, may never
 * be seen, and what it was made for comes through the outbox. No function waits, throws or says whether it was shown.
 */
export interface Preview {
  /** Shows that somebody is typing: for five seconds, or until a message comes. */
  typing(tenantId: TenantId, chatId: ChatId, topicId?: TopicId): void;
  /**
   * Shows the beginning of a text in a private chat: for thirty seconds, or until a message comes. `text` is asked for when
   * its turn comes; an empty one shows that somebody thinks. `previewId`: not 0; while one is shown in a chat, others are not.
   */
  draft(tenantId: TenantId, chatId: ChatId, previewId: number, text: () => string): void;
  /** Nothing more is shown of this one: what waits is forgotten, a call under way is given up. */
  end(tenantId: TenantId, chatId: ChatId, previewId: number): void;
}
