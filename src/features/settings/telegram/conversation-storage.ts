import type {
  ConversationData,
  ConversationStorage,
  VersionedState,
} from '@grammyjs/conversations';
import {
  forgetConversation,
  readConversation,
  writeConversation,
} from '#src/features/settings/conversation-states.ts';
import type { DeskContext } from '#src/features/settings/telegram/desk-context.ts';

/**
 * Conversations under way live in the tenant's file and are written in the transaction of the update, so after a crash
 * they stand exactly where the update's done mark says. Raise `version` whenever a conversation's steps change: running
 * ones are then dropped instead of replayed against other code.
 */
export const conversationStorage: ConversationStorage<DeskContext, ConversationData> = {
  type: 'context',
  version: 2,
  adapter: {
    async read(ctx) {
      const state = await readConversation(ctx.tx, chatOf(ctx));
      return state as VersionedState<ConversationData> | undefined;
    },
    async write(ctx, state) {
      await writeConversation(ctx.tx, chatOf(ctx), state, ctx.services.clock.now());
    },
    async delete(ctx) {
      await forgetConversation(ctx.tx, chatOf(ctx));
    },
  },
};

function chatOf(ctx: DeskContext): number {
  if (ctx.chatId === undefined) throw new Error('conversations are held in chats');
  return ctx.chatId;
}
