import { Composer, type NextFunction } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { personOf } from '#src/features/members/rules.ts';
import { senderOf } from '#src/features/members/service.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';

/**
 * Sets `ctx.sender` and `ctx.t`; the first handler of the app. A fan costs one indexed read, a creator two.
 * Fans are answered in the language of their Telegram, the creator and members in the one the creator chose.
 */
async function identify(ctx: FanlineContext, next: NextFunction): Promise<void> {
  const userId = personOf(ctx.update, ctx.from);
  if (userId !== undefined) {
    ctx.sender = await senderOf(ctx.tx, userId);
    const language =
      ctx.sender.role === 'fan' ? ctx.from?.language_code : await preferenceOf(ctx.tx, 'language');
    ctx.t = ctx.services.texts.for(language);
  }
  await next();
}

/** Who sent this update? */
export const handlers = new Composer<FanlineContext>();
handlers.use(identify);
