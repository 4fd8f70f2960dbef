import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { activeDesk } from '#src/features/threads/index.ts';

/** Commands that the creator and members have alike, in the private chat and in the desk group. */
export const staffHandlers = new Composer<FanlineContext>();

const here = staffHandlers.filter(
  async (ctx) => ctx.chat?.type === 'private' || (await activeDesk(ctx.tx))?.chatId === ctx.chatId,
);

here.command('help', (ctx) => say(ctx, ctx.t('help-creator')));

here.command('privacy', (ctx) => say(ctx, ctx.t('privacy-creator')));

here.command('start', (ctx) => say(ctx, ctx.t('help-creator')));

here.command('settings', (ctx) =>
  say(ctx, ctx.t(ctx.sender.role === 'creator' ? 'settings-in-private' : 'settings-not-yours')),
);
