import { Composer } from 'grammy';
import { unreachable } from '#src/core/result.ts';
import { activeDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { answerTap } from '#src/telegram/say.ts';
import { retryEntry, retryList, settleEntry } from '#src/features/status/services/attention.ts';
import { listCard, statusCard } from '#src/features/status/services/status-card.ts';
import { readTapData } from '#src/features/status/rules/tap-data.ts';

/** `/status` for the creator and members, and the buttons under it. */
export const handlers = new Composer<FanlineContext>();

handlers
  .filter((ctx) => ctx.sender.role === 'creator' || ctx.sender.role === 'member')
  .filter(
    async (ctx) =>
      ctx.chat?.type === 'private' || (await activeDesk(ctx.tx))?.chatId === ctx.chatId,
  )
  .command('status', async (ctx) => present(ctx, await statusCard(ctx.tx, ctx.t)));

// Anyone can send any callback data, so role and row are checked at each tap.
handlers.callbackQuery(/^st:/, async (ctx) => {
  const { tx, t, services, sender } = ctx;
  if (sender.role !== 'creator' && sender.role !== 'member') {
    return await answerTap(ctx, t('button-not-yours'));
  }
  const tap = readTapData(ctx.callbackQuery.data);
  if (!tap) return await answerTap(ctx, t('button-out-of-date'));
  switch (tap.do) {
    case 'home':
      return await present(ctx, await statusCard(tx, t));
    case 'show':
      return await present(ctx, await listCard(tx, tap, t));
    case 'retry': {
      const retried = await retryEntry(tx, tap.list, tap.id, services);
      const note = t(retried ? 'status-retried' : 'status-not-listed', { count: 1 });
      return await present(ctx, await listCard(tx, tap, t), note);
    }
    case 'done': {
      const settled = await settleEntry(tx, tap.list, tap.id, services);
      const note = t(settled ? 'status-settled' : 'status-not-listed');
      return await present(ctx, await listCard(tx, tap, t), note);
    }
    case 'all': {
      const count = await retryList(tx, tap.list, services);
      const card = await listCard(tx, { list: tap.list, page: 0 }, t);
      return await present(ctx, card, t('status-retried', { count }));
    }
    default:
      return unreachable(tap);
  }
});
