import { Composer } from 'grammy';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { planText } from '../rules/plan-text.ts';
import { planView } from '../services/plan-view.ts';

/** `/plan` for the creator and members. */
export const handlers = new Composer<FanlineContext>();

handlers.filter(isAtDesk).command('plan', async (ctx) => {
  const { tx, services, sender, t } = ctx;
  const view = await planView(tx, services, t);
  const { language, timeZone } = await preferencesOf(tx);
  const isCreator = sender.role === 'creator';
  const isPrivate = isCreator && ctx.chat.type === 'private';
  const text = planText(view, { isPrivate }, { t, language, timeZone });
  const billed = view.plan.why !== 'not-billed';
  // What stands in a group is read by everybody there.
  const hint = billed && isCreator && !isPrivate ? `\n\n${t('usage-plan-in-private')}` : '';
  const link =
    isPrivate && services.accountLink
      ? await services.accountLink({ tenantId: tx.tenantId, userId: sender.userId })
      : null;
  const button = link === null ? [] : [[{ text: t('usage-account'), url: link }]];
  await say(ctx, text + hint, button.length > 0 ? { keyboard: { inline_keyboard: button } } : {});
});
