import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { creatorPrivacy } from '#src/features/settings/ai-choices.ts';
import { helpText } from '#src/features/settings/help-text.ts';
import { activeDesk } from '#src/features/threads/index.ts';

/** Commands that the creator and members have alike, in the private chat and in the desk group. */
export const staffHandlers = new Composer<FanlineContext>();

const here = staffHandlers.filter(
  async (ctx) => ctx.chat?.type === 'private' || (await activeDesk(ctx.tx))?.chatId === ctx.chatId,
);

here.command(['help', 'start'], async (ctx) => {
  const { role } = ctx.sender;
  if (role === 'creator' || role === 'member') await say(ctx, helpText(ctx.t, role));
});

here.command('privacy', async (ctx) => {
  const ofAi = await creatorPrivacy(ctx.tx, ctx.services);
  await say(ctx, `${ctx.t('privacy-creator')}\n\n${ofAi}`);
});

here.command('settings', (ctx) =>
  say(ctx, ctx.t(ctx.sender.role === 'creator' ? 'settings-in-private' : 'settings-not-yours')),
);
