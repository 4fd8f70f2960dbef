import { type CallbackQueryContext, Composer } from 'grammy';
import type { ChatId, ChatMessageId, ThreadId, UserId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { fanName, safeName, shortened } from '#src/features/fans/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import {
  type CardSource,
  cardTap,
  isAtDesk,
  sayFanCard,
  threadById,
} from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { maxText } from '#src/telegram/rich-text.ts';
import { answerTap, say } from '#src/telegram/say.ts';
import { type SnoozeChoice, snoozeChoices } from '../rules/snooze-until.ts';
import { type InboxTap, readTapData, tapData } from '../rules/tap-data.ts';
import { inboxCard, listCalled } from '../services/inbox-card.ts';
import { nextWaiting } from '../services/next-waiting.ts';
import { snoozeThread } from '../services/snooze-thread.ts';

type Tapped = CallbackQueryContext<FanlineContext>;

const first = { filter: 'all', order: 'longest', page: 0 } as const;

/** `/inbox` and its buttons, and Snooze and Next on cards. */
export function inboxHandlers(cards: CardSource): Composer<FanlineContext> {
  const handlers = new Composer<FanlineContext>();
  handlers.filter(isAtDesk).command('inbox', async (ctx) => {
    const word = ctx.match.trim();
    const called = listCalled(word === '' ? first.filter : word, ctx.t);
    if (called.filter === undefined) {
      const said = { word: shortened(safeName(word), 40), list: called.lists };
      return await say(ctx, ctx.t('inbox-unknown-list', said), { quote: true });
    }
    await present(ctx, await inboxCard(ctx.tx, { ...first, filter: called.filter }, ctx.services));
  });

  // Anyone can send any callback data, so role and row are checked at each tap.
  handlers.callbackQuery(/^in:/, async (ctx) => {
    const { sender } = ctx;
    if (sender.role !== 'creator' && sender.role !== 'member') {
      return await answerTap(ctx, ctx.t('button-not-yours'));
    }
    const tap = readTapData(ctx.callbackQuery.data);
    if (!tap) return await answerTap(ctx, ctx.t('button-out-of-date'));
    await handleTap(ctx, tap, { userId: sender.userId, cards });
  });
  return handlers;
}

async function handleTap(
  ctx: Tapped,
  tap: InboxTap,
  asker: { userId: UserId; cards: CardSource },
): Promise<void> {
  switch (tap.do) {
    case 'list':
      return await present(ctx, await inboxCard(ctx.tx, tap.view, ctx.services));
    case 'next':
      return await showNext(ctx, tap.threadId, asker);
    case 'snooze':
      return await offerSnooze(ctx, tap.threadId);
    case 'until':
      return await snooze(ctx, tap, asker.cards);
    default:
      return unreachable(tap);
  }
}

async function showNext(
  ctx: Tapped,
  threadId: ThreadId,
  asker: { userId: UserId; cards: CardSource },
): Promise<void> {
  const place = ctx.callbackQuery.message;
  const fanId = await nextWaiting(ctx.tx, threadId, ctx.services);
  if (fanId === undefined || !place) return await answerTap(ctx, ctx.t('inbox-nobody-else'));
  const topicId =
    'is_topic_message' in place && place.is_topic_message ? place.message_thread_id : undefined;
  const where = {
    chatId: place.chat.id as ChatId,
    replyTo: place.message_id as ChatMessageId,
    topicId,
  };
  await sayFanCard(ctx.tx, fanId, where, { ...asker, services: ctx.services });
  await answerTap(ctx);
}

const choiceKeys = {
  '1h': 'inbox-snooze-1h',
  '3h': 'inbox-snooze-3h',
  tomorrow: 'inbox-snooze-tomorrow',
  week: 'inbox-snooze-week',
  write: 'inbox-snooze-write',
} as const satisfies Record<SnoozeChoice, string>;

async function offerSnooze(ctx: Tapped, threadId: ThreadId): Promise<void> {
  const thread = await threadById(ctx.tx, threadId);
  if (!thread) return await answerTap(ctx, ctx.t('button-out-of-date'));
  const buttons = snoozeChoices.map((choice) => ({
    text: ctx.t(choiceKeys[choice]),
    callback_data: tapData({ do: 'until', threadId, choice }),
  }));
  const name = await fanName(ctx.tx, thread.fanId);
  const back = { text: ctx.t('button-back'), callback_data: cardTap('back', thread.fanId) };
  const rows = [buttons.slice(0, 2), buttons.slice(2, 4), buttons.slice(4), [back]];
  await present(ctx, { text: ctx.t('inbox-snooze-how-long', { name }), rows });
}

/** Snoozes, says so and brings the card back, from which Next leads on. */
async function snooze(
  ctx: Tapped,
  { threadId, choice }: { threadId: ThreadId; choice: SnoozeChoice },
  cards: CardSource,
): Promise<void> {
  const done = await snoozeThread(ctx.tx, threadId, choice, ctx.services);
  if (!done) return await answerTap(ctx, ctx.t('button-out-of-date'));
  const { name, fanId, until } = done;
  const { language, timeZone } = await preferencesOf(ctx.tx);
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  const text =
    until === null
      ? ctx.t('inbox-snoozed-until-they-write', { name })
      : ctx.t('inbox-snoozed-until', {
          name,
          date: new Intl.DateTimeFormat(language, style).format(until),
        });
  const card = await cards(ctx.tx, fanId, ctx.services);
  // A card may be as long as a message can be; it says the same in a line of its own.
  const note = card.text.text.length + text.length + 2 <= maxText ? text : undefined;
  await present(ctx, { text: card.text, rows: card.keyboard.inline_keyboard }, note);
}
