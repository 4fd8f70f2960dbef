import { Composer } from 'grammy';
import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import { allowanceOf, can } from '#src/features/billing/index.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerTap } from '#src/telegram/say.ts';
import { daysOf, firstPeriod, lockedText } from '../rules/plan-limit.ts';
import { readTapData } from '../rules/tap-data.ts';
import { askForPicture } from '../services/ask-for-picture.ts';

/** `/insights` at the desk, and the buttons below its pictures. */
export const handlers = new Composer<FanlineContext>();

/** What is shown first. */
const first = 'messages';

handlers.filter(isAtDesk).command('insights', async (ctx) => {
  const { chat, msg } = ctx;
  const topicId = msg.is_topic_message ? msg.message_thread_id : undefined;
  const place = { chatId: chat.id as ChatId, topicId };
  const days = firstPeriod(allowanceOf(ctx.services, ctx.tx.tenantId, 'insights-days'));
  await askForPicture(ctx.tx, { picture: first, days, place }, ctx.services);
});

// Anyone can send any callback data, so the role is checked at each tap.
handlers.callbackQuery(/^is:/, async (ctx) => {
  const { sender, services, tx } = ctx;
  if (sender.role !== 'creator' && sender.role !== 'member') {
    return await answerTap(ctx, ctx.t('button-not-yours'));
  }
  const tap = readTapData(ctx.callbackQuery.data);
  const tapped = ctx.callbackQuery.message;
  if (!tap || !tapped) return await answerTap(ctx, ctx.t('button-out-of-date'));
  const { picture, days, theme } = tap;
  const may = can(services, tx.tenantId, 'insights-days', daysOf(days));
  if (!may.ok) {
    const most = allowanceOf(services, tx.tenantId, 'insights-days');
    return await answerTap(ctx, lockedText({ most, ...may }, ctx.t), { alert: true });
  }
  if (theme) await setPreference(tx, 'pictureTheme', theme, sender.role, services.clock.now());
  const place = {
    chatId: tapped.chat.id as ChatId,
    messageId: tapped.message_id as ChatMessageId,
    isPicture: 'photo' in tapped,
    tapId: ctx.callbackQuery.id,
  };
  await askForPicture(tx, { picture, days, place }, services);
});
