import { type CallbackQueryContext, Composer } from 'grammy';
import type { ChatMessageId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { answerTap } from '#src/telegram/say.ts';
import { readTapData } from '../rules/tap-data.ts';
import { forgetWaiting, waitingView } from '../services/forget-waiting.ts';
import { dropImport, startImport, type TapRefusal } from '../services/run-import.ts';

/** The buttons below what was found in a table, and below the number of rows that wait. */
export const tapHandlers = new Composer<FanlineContext>();

const refusedTapKeys = {
  running: 'transfer-tap-running',
  done: 'transfer-tap-done',
  gone: 'button-out-of-date',
} as const satisfies Record<TapRefusal, string>;

// Anyone can send any callback data, so role and row are checked at each tap.
tapHandlers.callbackQuery(/^tr:/, async (ctx) => {
  const { sender, services, tx, t } = ctx;
  if (sender.role === 'member') return await answerTap(ctx, t('transfer-creator-only'));
  if (sender.role !== 'creator') return await answerTap(ctx, t('button-not-yours'));
  const tap = readTapData(ctx.callbackQuery.data);
  const shown = ctx.callbackQuery.message;
  if (!tap || !shown) return await answerTap(ctx, t('button-out-of-date'));
  if (!('id' in tap)) return await tapWaiting(ctx, tap.do);
  if (tap.do === 'drop') {
    const dropped = await dropImport(tx, tap.id, services);
    if (!dropped.ok) return await answerTap(ctx, t(refusedTapKeys[dropped.reason]));
    return await present(ctx, { text: t('transfer-dropped'), rows: [] });
  }
  const started = await startImport(tx, tap.id, shown.message_id as ChatMessageId, services);
  if (!started.ok) return await answerTap(ctx, t(refusedTapKeys[started.reason]));
  const { rows } = started;
  await present(ctx, { text: t('transfer-running', { done: 0, rows }), rows: [] });
});

async function tapWaiting(
  ctx: CallbackQueryContext<FanlineContext>,
  wish: 'waiting' | 'ask-forget' | 'forget',
): Promise<void> {
  const { tx, t } = ctx;
  if (wish === 'forget') {
    const count = await forgetWaiting(tx);
    return await present(ctx, { text: t('transfer-forgotten', { count }), rows: [] });
  }
  const card = await waitingView(tx, t, wish === 'ask-forget');
  await present(ctx, card ?? { text: t('transfer-forgotten', { count: 0 }), rows: [] });
}
