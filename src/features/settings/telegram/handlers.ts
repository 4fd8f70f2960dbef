import { Composer, type NextFunction } from 'grammy';
import type { ChatId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerTap } from '#src/telegram/say.ts';
import { checkCommandMenus } from '#src/features/settings/keep-command-menus.ts';
import { creatorHandlers } from '#src/features/settings/telegram/creator-handlers.ts';
import type { DeskContext } from '#src/features/settings/telegram/desk-context.ts';
import { fanHandlers } from '#src/features/settings/telegram/fan-handlers.ts';
import { staffHandlers } from '#src/features/settings/telegram/staff-handlers.ts';

/** First contact, help, privacy and settings, by role. */
export const handlers = new Composer<FanlineContext>();

handlers.use(async (ctx, next) => {
  await checkCommandMenus(ctx.tx, ctx.services, groupOf(ctx));
  await next();
});

handlers
  .chatType('private')
  .filter((ctx) => ctx.sender.role === 'fan')
  .use(fanHandlers);

handlers
  // The conversations plugin, first in this tree, makes the context what it says here.
  .filter(
    (ctx): ctx is DeskContext => ctx.sender.role === 'creator' && ctx.chat?.type === 'private',
  )
  .use(creatorHandlers);

handlers
  .filter((ctx) => ctx.sender.role === 'creator' || ctx.sender.role === 'member')
  .use(staffHandlers);

handlers.callbackQuery(/^set:/, answerStrayTap);

/** The group in which somebody of the desk writes. */
function groupOf({ sender, chat }: FanlineContext): ChatId | undefined {
  const staff = sender.role === 'creator' || sender.role === 'member';
  return staff && chat?.type === 'supergroup' ? (chat.id as ChatId) : undefined;
}

/** Taps that no feature knows: buttons of an older release, or data that somebody made up. The last of all handlers. */
export const strayTapHandlers = new Composer<FanlineContext>();
strayTapHandlers.on('callback_query', (ctx) => answerTap(ctx, ctx.t('button-out-of-date')));

/** A settings button that nothing waits for; for all but the creator it is not theirs, whatever its data says. */
async function answerStrayTap(ctx: FanlineContext, _next: NextFunction): Promise<void> {
  const mine = ctx.sender.role === 'creator';
  await answerTap(ctx, ctx.t(mine ? 'button-out-of-date' : 'button-not-yours'));
}
