import { type CallbackQueryContext, Composer } from 'grammy';
import type { ChatId, ChatMessageId, OutboxId, ThreadId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerTap } from '#src/telegram/say.ts';
import { markDone } from '../services/mark-done.ts';
import { openWaiting, turnPage } from '../services/open-waiting.ts';
import { retryDelivery } from '../services/retry-delivery.ts';
import type { CardSource } from '../ports.ts';
import { type CardAsker, sayCard } from '../services/say-card.ts';
import { readTapData } from '../rules/tap-data.ts';

/** Buttons at the desk. Anyone can send any callback data, so role and row are checked at each tap. */
export function tapHandlers(cards: CardSource): Composer<FanlineContext> {
  const handlers = new Composer<FanlineContext>();
  handlers.callbackQuery(/^th:/, (ctx) => handleTap(ctx, cards));
  return handlers;
}

async function handleTap(ctx: CallbackQueryContext<FanlineContext>, cards: CardSource) {
  const { sender } = ctx;
  if (sender.role !== 'creator' && sender.role !== 'member') {
    return await answerTap(ctx, ctx.t('button-not-yours'));
  }
  const wanted = readTapData(ctx.callbackQuery.data);
  if (!wanted) return await answerTap(ctx, ctx.t('button-out-of-date'));
  switch (wanted.tap) {
    case 'card':
      return await showCard(ctx, wanted.id as ThreadId, {
        userId: sender.userId,
        cards,
        services: ctx.services,
      });
    case 'done': {
      const known = await markDone(ctx.tx, wanted.id as ThreadId, ctx.services);
      return await answerTap(ctx, ctx.t(known ? 'threads-tap-done' : 'button-out-of-date'));
    }
    case 'retry': {
      const retried = await retryDelivery(ctx.tx, wanted.id as OutboxId, ctx.services);
      return await answerTap(ctx, ctx.t(retried.ok ? 'threads-tap-retry' : 'threads-tap-no-retry'));
    }
    case 'open': {
      const opened = await openWaiting(ctx.tx, wanted.id as ThreadId, ctx.services);
      return await answerTap(ctx, ctx.t(opened ? 'threads-tap-open' : 'threads-tap-nothing-waits'));
    }
    case 'page':
      return await showPage(ctx, wanted.id);
    default:
      return unreachable(wanted.tap);
  }
}

async function showCard(ctx: FanlineContext, threadId: ThreadId, asker: CardAsker): Promise<void> {
  const place = ctx.callbackQuery?.message;
  const shown = place && (await sayCard(ctx.tx, threadId, place, asker));
  await answerTap(ctx, shown ? undefined : ctx.t('button-out-of-date'));
}

async function showPage(ctx: FanlineContext, page: number): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const turned =
    message &&
    (await turnPage(
      ctx.tx,
      page,
      {
        chatId: message.chat.id as ChatId,
        chatMessageId: message.message_id as ChatMessageId,
      },
      ctx.services,
    ));
  await answerTap(ctx, turned ? undefined : ctx.t('button-out-of-date'));
}
