import { Composer } from 'grammy';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { planText } from '../rules/usage-texts.ts';
import { usageOf } from '../services/usage-of.ts';

/** `/plan` for the creator and members. */
export const handlers = new Composer<FanlineContext>();

handlers.filter(isAtDesk).command('plan', async (ctx) => {
  const standing = await usageOf(ctx.tx.tenantId, ctx.services);
  const language = await preferenceOf(ctx.tx, 'language');
  await say(ctx, planText(standing, { t: ctx.t, language }));
});
