import { Composer } from 'grammy';
import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerTap } from '#src/telegram/say.ts';
import { readTapData } from '../rules/tap-data.ts';
import { askForPicture } from '../services/ask-for-picture.ts';

/** `/insights` at the desk, and the buttons below its pictures. */
export const handlers = new Composer<FanlineContext>();

/** What is shown first. */
const first = { picture: 'messages', days: 30 } as const;

handlers.filter(isAtDesk).command('insights', async (ctx) => {
  const { chat, msg } = ctx;
  const topicId = msg.is_topic_message ? msg.message_thread_id : undefined;
  const place = { chatId: chat.id as ChatId, topicId };
  await askForPicture(ctx.tx, { ...first, place }, ctx.services);
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
  if (theme) await setPreference(tx, 'pictureTheme', theme, sender.role, services.clock.now());
  const place = {
    chatId: tapped.chat.id as ChatId,
    messageId: tapped.message_id as ChatMessageId,
    isPicture: 'photo' in tapped,
    tapId: ctx.callbackQuery.id,
  };
  await askForPicture(tx, { picture, days, place }, services);
});
