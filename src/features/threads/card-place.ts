import type { ChatId, ChatMessageId } from '#src/core/ids.ts';

/** Where a card goes. */
export interface CardPlace {
  readonly chatId: ChatId;
  readonly topicId?: number | undefined;
  /** The message there that the card answers. */
  readonly replyTo?: ChatMessageId | undefined;
}
