import { Composer } from 'grammy';
import type { ChatId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { welcomeBack } from '../services/lose-desk.ts';
import { followMigration, followStanding } from '../services/follow-group.ts';

/** What happens to groups: their ids change, and the bot's rights in them. */
export const groupHandlers = new Composer<FanlineContext>();

groupHandlers.on('message:migrate_to_chat_id', async (ctx) => {
  const to = ctx.msg.migrate_to_chat_id as ChatId;
  await followMigration(ctx.tx, ctx.chat.id as ChatId, to);
});

groupHandlers.on('my_chat_member', async (ctx, next) => {
  if (ctx.chat.type === 'private') {
    if (ctx.sender.role === 'creator' && ctx.myChatMember.new_chat_member.status === 'member') {
      await welcomeBack(ctx.tx, ctx.chat.id as ChatId, ctx.services);
    }
    return await next();
  }
  const standing = ctx.myChatMember.new_chat_member;
  await followStanding(ctx.tx, ctx.chat.id as ChatId, standing, ctx.services);
});
