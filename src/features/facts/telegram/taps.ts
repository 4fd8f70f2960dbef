import { type CallbackQueryContext, Composer } from 'grammy';
import { unreachable } from '#src/core/result.ts';
import { authorOf } from '#src/features/members/index.ts';
import { ask } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { type Card, present } from '#src/telegram/present.ts';
import { answerTap } from '#src/telegram/say.ts';
import { type FactTap, readTapData } from '../rules/tap-data.ts';
import { removeFact, removeSummary, wipeFacts } from '../services/change-facts.ts';
import { editQuestion, factsView, factView, summaryView } from '../services/fact-views.ts';
import { factText, summaryText } from '../services/look-up.ts';
import { prompts } from './answers.ts';

/** Buttons of this feature. Anyone can send any callback data, so role and rows are checked at each tap. */
export const tapHandlers = new Composer<FanlineContext>();

type Tapped = CallbackQueryContext<FanlineContext>;

tapHandlers.callbackQuery(/^fa:/, async (ctx) => {
  if (!authorOf(ctx)) return await answerTap(ctx, ctx.t('button-not-yours'));
  const tap = readTapData(ctx.callbackQuery.data);
  if (!tap) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await handleTap(ctx, tap);
});

async function handleTap(ctx: Tapped, tap: FactTap): Promise<void> {
  const { tx, t, services } = ctx;
  switch (tap.do) {
    case 'list':
    case 'wipe':
      return await show(ctx, await factsView(tx, tap.fanId, t, tap.do === 'wipe'));
    case 'wiped':
      await wipeFacts(tx, tap, services);
      return await show(ctx, await factsView(tx, tap.fanId, t), t('facts-deleted'));
    case 'open':
    case 'delete':
      return await show(ctx, await factView(tx, tap.id, t, tap.do === 'delete'));
    case 'gone': {
      const gone = await removeFact(tx, tap.id, services);
      return await show(ctx, gone && (await factsView(tx, gone.fanId, t)), t('facts-deleted'));
    }
    case 'edit': {
      const how = t('facts-ask');
      return await question(ctx, prompts.fact, { id: tap.id }, how, await factText(tx, tap.id));
    }
    case 'summary':
    case 'summary-delete':
      return await show(ctx, await summaryView(tx, tap.fanId, t, tap.do === 'summary-delete'));
    case 'summary-edit': {
      const { fanId } = tap;
      const how = t('facts-ask-summary');
      return await question(ctx, prompts.summary, { fanId }, how, await summaryText(tx, fanId));
    }
    case 'summary-gone':
      await removeSummary(tx, tap.fanId, services);
      return await show(ctx, await factsView(tx, tap.fanId, t), t('facts-deleted'));
    default:
      return unreachable(tap);
  }
}

async function show(ctx: Tapped, card: Card | undefined, note?: string): Promise<void> {
  if (!card) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await present(ctx, card, note);
}

async function question(
  ctx: Tapped,
  kind: string,
  ref: Readonly<Record<string, unknown>>,
  how: string,
  now: string | undefined,
): Promise<void> {
  if (now === undefined) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await ask(ctx, { kind, ref, text: editQuestion(how, now) });
  await answerTap(ctx);
}
