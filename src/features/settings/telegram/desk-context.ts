import type { Conversation, ConversationFlavor } from '@grammyjs/conversations';
import type { UserId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';

/** The context in the creator's private chat, where conversations are possible. */
export type DeskContext = ConversationFlavor<FanlineContext>;

/**
 * A conversation with the creator. Inside, everything that reads, stores or sends goes through
 * `conversation.external((ctx) => …)` with the outer context, because the code is replayed at every update.
 */
export type DeskConversation = Conversation<DeskContext>;

/** The creator of this update. */
export function creatorOf(ctx: FanlineContext): UserId {
  if (ctx.sender.role !== 'creator') throw new Error('only the creator gets here');
  return ctx.sender.userId;
}
