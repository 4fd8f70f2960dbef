import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { findPrompt } from '../find-prompt.ts';

/** Sets `ctx.prompt` where the creator or a member answers a question of the bot's. */
export const handlers = new Composer<FanlineContext>();

handlers.on('message', async (ctx, next) => {
  const { role } = ctx.sender;
  if (role === 'creator' || role === 'member') {
    ctx.prompt = await findPrompt(ctx.tx, ctx.msg, ctx.tenant.botId);
  }
  await next();
});
