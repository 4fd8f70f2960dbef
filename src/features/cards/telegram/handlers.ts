import { type CallbackQueryContext, type CommandContext, Composer } from 'grammy';
import type { ChatId, ChatMessageId, FanId, UserId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { type Fan, fanById, fanLabels, safeName, shortened } from '#src/features/fans/index.ts';
import { mostFans, nowCalled, resolveFan } from '#src/features/search/index.ts';
import {
  cardTap,
  fanAtDesk,
  isAtDesk,
  readCardTap,
  sayFanCard,
} from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { answerTap, say } from '#src/telegram/say.ts';
import { cardOf } from '../card-of.ts';

/** `/fan` and the buttons that lead to a card. */
export const handlers = new Composer<FanlineContext>();

handlers.filter(isAtDesk).command('fan', async (ctx) => {
  const { sender } = ctx;
  if (sender.role !== 'creator' && sender.role !== 'member') return;
  const words = ctx.match.trim();
  if (words === '') {
    const meant = await fanAtDesk(ctx.tx, ctx.msg, sender.userId, ctx.services.clock.now());
    if (meant === undefined) return await say(ctx, ctx.t('cards-how'), { quote: true });
    return await showCard(ctx, meant, sender.userId);
  }
  const found = await resolveFan(ctx.tx, words);
  const [first] = found.fans;
  if (!first) {
    const name = shortened(safeName(words), 40);
    return await say(ctx, ctx.t('cards-unknown-fan', { name }), { quote: true });
  }
  if (found.fans.length === 1) {
    const note = nowCalled(words, found, ctx.t);
    if (note !== undefined) await say(ctx, note, { quote: true });
    return await showCard(ctx, first.id, sender.userId);
  }
  await letChoose(ctx, found.fans);
});

// Anyone can send any callback data, so role and row are checked at each tap.
handlers.callbackQuery(/^ca:/, async (ctx) => {
  const { sender, tx } = ctx;
  if (sender.role !== 'creator' && sender.role !== 'member') {
    return await answerTap(ctx, ctx.t('button-not-yours'));
  }
  const wanted = readCardTap(ctx.callbackQuery.data);
  const fan = wanted && (await fanById(tx, wanted.fanId));
  if (!wanted || !fan) return await answerTap(ctx, ctx.t('button-out-of-date'));
  switch (wanted.tap) {
    case 'show':
      await showCard(ctx, fan.id, sender.userId);
      return await answerTap(ctx);
    case 'general':
      await showInGeneral(ctx, fan.id, sender.userId);
      return await answerTap(ctx, ctx.t('cards-in-general'));
    case 'back':
      return await bringBack(ctx, fan.id);
    default:
      return unreachable(wanted.tap);
  }
});

async function showCard(ctx: FanlineContext, fanId: FanId, userId: UserId): Promise<void> {
  const place = ctx.callbackQuery?.message ?? ctx.msg;
  if (!place) return;
  const topicId =
    'is_topic_message' in place && place.is_topic_message ? place.message_thread_id : undefined;
  await sayFanCard(
    ctx.tx,
    fanId,
    {
      chatId: place.chat.id as ChatId,
      topicId,
      replyTo: place.message_id as ChatMessageId,
    },
    { userId, cards: cardOf, services: ctx.services },
  );
}

/** Outside of all topics, where answering the card answers its fan. */
async function showInGeneral(
  ctx: CallbackQueryContext<FanlineContext>,
  fanId: FanId,
  userId: UserId,
): Promise<void> {
  const chatId = ctx.callbackQuery.message?.chat.id as ChatId | undefined;
  if (chatId === undefined) return;
  await sayFanCard(ctx.tx, fanId, { chatId }, { userId, cards: cardOf, services: ctx.services });
}

async function bringBack(ctx: CallbackQueryContext<FanlineContext>, fanId: FanId): Promise<void> {
  const { text, keyboard } = await cardOf(ctx.tx, fanId, ctx.services);
  await present(ctx, { text, rows: keyboard.inline_keyboard });
}

async function letChoose(ctx: CommandContext<FanlineContext>, fans: readonly Fan[]): Promise<void> {
  const labels = fanLabels(fans, 'all');
  const keyboard = {
    inline_keyboard: fans.map((fan, index) => [
      { text: labels[index] ?? '', callback_data: cardTap('show', fan.id) },
    ]),
  };
  const more = fans.length < mostFans ? '' : `\n${ctx.t('cards-none-of-these')}`;
  await say(ctx, `${ctx.t('cards-which-fan')}${more}`, { keyboard, quote: true });
}
