import { type CallbackQueryContext, Composer } from 'grammy';
import type { UserId } from '#src/core/ids.ts';
import { type Result, unreachable } from '#src/core/result.ts';
import type { NotInPlan } from '#src/features/billing/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { answerTap } from '#src/telegram/say.ts';
import type { AskedKey, OwnKeyId } from '../own-key.ts';
import { type KnownChoice, knownChoices } from '../rules/known-hosts.ts';
import { notInPlanWords } from '../rules/plan-words.ts';
import { type OwnKeyTap, readTapData } from '../rules/tap-data.ts';
import { hostOf } from '../rules/shown.ts';
import { cancelButton, choicesView, ownKeyView, removeView } from '../services/key-views.ts';
import {
  beginAgain,
  beginKey,
  beginModel,
  cancelKey,
  keyInUse,
  removeKey,
  testKey,
} from '../services/set-up-key.ts';
import { askStep } from './ask-step.ts';

/** Buttons of own keys: the creator's alone, in the private chat. Anyone can send any callback data, so each tap is checked. */
export const tapHandlers = new Composer<FanlineContext>();

type Tapped = CallbackQueryContext<FanlineContext>;

tapHandlers.callbackQuery(/^ow:(?!back$|agree$)/u, async (ctx) => {
  const { sender, chat, callbackQuery, t } = ctx;
  if (sender.role !== 'creator') return await answerTap(ctx, t('button-not-yours'));
  const tap = readTapData(callbackQuery.data);
  if (!tap || !callbackQuery.message || chat?.type !== 'private') return await outOfDate(ctx);
  await handleTap(ctx, tap, sender.userId);
});

async function handleTap(ctx: Tapped, tap: OwnKeyTap, by: UserId): Promise<void> {
  const { tx, t, services } = ctx;
  switch (tap.do) {
    case 'open':
      return await present(ctx, await ownKeyView(tx, services, t));
    case 'new':
      return await present(ctx, choicesView(t));
    case 'begin':
      return await begin(ctx, tap.choice, by);
    case 'test':
      if (!(await testKey(tx, tap.id, services))) return await outOfDate(ctx);
      return await present(ctx, { text: t('ownkey-testing-again'), rows: [] });
    case 'model':
      return await goOn(ctx, await beginModel(tx, tap.id, by, services));
    case 'key':
      return await goOn(ctx, await beginAgain(tx, tap.id, by, services));
    case 'cancel':
      if (!(await cancelKey(tx, tap.id))) return await outOfDate(ctx);
      return await present(ctx, await ownKeyView(tx, services, t), t('settings-unchanged'));
    case 'remove':
      return await askToRemove(ctx, tap.id);
    case 'delete':
      if (!(await removeKey(tx, tap.id))) return await outOfDate(ctx);
      return await present(ctx, await ownKeyView(tx, services, t), t('ownkey-removed'));
    default:
      return unreachable(tap);
  }
}

async function begin(ctx: Tapped, choice: KnownChoice | 'other', by: UserId): Promise<void> {
  const { tx, t, services } = ctx;
  const begun = await beginKey(tx, choice, by, services);
  if (!begun.ok) {
    switch (begun.reason) {
      case 'not-here':
        return await outOfDate(ctx);
      case 'plan':
        return await answerTap(ctx, notInPlanWords(begun, t), { alert: true });
      default:
        return unreachable(begun);
    }
  }
  const rows = [[cancelButton(begun.asked.id, t)]];
  if (choice === 'other') {
    await present(ctx, { text: t('ownkey-begun-other'), rows });
  } else {
    const { baseUrl, model, keysAt } = knownChoices[choice];
    const text = t('ownkey-begun', { host: hostOf(baseUrl), model, where: keysAt });
    await present(ctx, { text, rows });
  }
  await askStep(ctx, begun.asked);
}

/** Asks the next question below the message whose button was tapped. */
async function goOn(
  ctx: Tapped,
  begun: Result<{ readonly asked: AskedKey }, 'gone'> | NotInPlan,
): Promise<void> {
  if (!begun.ok) {
    if (begun.reason === 'gone') return await outOfDate(ctx);
    return await answerTap(ctx, notInPlanWords(begun, ctx.t), { alert: true });
  }
  await answerTap(ctx);
  await askStep(ctx, begun.asked);
}

async function askToRemove(ctx: Tapped, id: OwnKeyId): Promise<void> {
  const key = await keyInUse(ctx.tx, id);
  if (!key) return await outOfDate(ctx);
  await present(ctx, removeView(key, ctx.t));
}

async function outOfDate(ctx: Tapped): Promise<void> {
  await answerTap(ctx, ctx.t('button-out-of-date'));
}
