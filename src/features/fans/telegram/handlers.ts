import { Composer } from 'grammy';
import type { UserId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { recordReach } from '../service.ts';

/** Fans who block the bot or come back: Telegram tells only this way (Bot API, Update.my_chat_member). */
export const fansHandlers = new Composer<FanlineContext>();

fansHandlers
  .on('my_chat_member')
  .filter((ctx) => ctx.chat.type === 'private')
  .use(async (ctx, next) => {
    const reach = ctx.myChatMember.new_chat_member.status === 'kicked' ? 'blocked' : 'open';
    await recordReach(ctx.tx, ctx.chat.id as UserId, reach, ctx.services.clock.now());
    await next();
  });
