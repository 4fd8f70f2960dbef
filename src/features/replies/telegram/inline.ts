import { Composer, type NextFunction } from 'grammy';
import { authorOf } from '#src/features/members/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { fillFor } from '../services/fill-for.ts';
import { noteInline } from '../services/inline-seen.ts';
import { offerReplies } from '../services/offer-replies.ts';

/** Saved replies in inline mode: offered while the creator types, filled in when one was sent. */
export const inlineHandlers = new Composer<FanlineContext>();

inlineHandlers.on('inline_query', async (ctx) => {
  const { id, query } = ctx.inlineQuery;
  const toStaff = authorOf(ctx) !== undefined;
  if (toStaff) await noteInline(ctx.tx, ctx.services.clock.now());
  await offerReplies(ctx.tx, { id, typed: query, toStaff }, ctx.services);
});

inlineHandlers.on('message').filter(
  (ctx) => ctx.msg.via_bot?.id === ctx.tenant.botId,
  async (ctx, next: NextFunction) => {
    // What the creator sent by inline mode goes on as if it had been typed with the fan's name.
    if (authorOf(ctx)) await fillFor(ctx.tx, ctx.msg);
    await next();
  },
);
