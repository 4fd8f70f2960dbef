import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { takeAnswer } from '../find-prompt.ts';

/** Sets `ctx.prompt` where the creator or a member answers a question of the bot's. */
export const handlers = new Composer<FanlineContext>();

handlers.on('message', async (ctx, next) => {
  const { role } = ctx.sender;
  if (role === 'creator' || role === 'member') {
    const { tx, tenant, services } = ctx;
    ctx.prompt = await takeAnswer(tx, ctx.msg, tenant.botId, services.clock.now());
  }
  await next();
});
