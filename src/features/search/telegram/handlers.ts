import { Composer } from 'grammy';
import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { ask } from '#src/features/prompts/index.ts';
import { isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerTap, say } from '#src/telegram/say.ts';
import { readTapData } from '../rules/tap-data.ts';
import { startSearch, turnPage } from '../services/start-search.ts';

/** `/search words` at the desk, the answer to what to look for, and the buttons that turn the pages. */
export const handlers = new Composer<FanlineContext>();

const promptKind = 'search-words';

handlers.filter(isAtDesk).command('search', async (ctx) => {
  const typed = ctx.match.trim();
  if (typed !== '') return await search(ctx, typed);
  await ask(ctx, {
    kind: promptKind,
    ref: {},
    text: ctx.t('search-ask'),
    placeholder: ctx.t('search-placeholder'),
  });
});

handlers
  .on('message')
  .filter((ctx) => ctx.prompt?.kind === promptKind)
  .use(async (ctx) => await search(ctx, ctx.msg?.text ?? ctx.msg?.caption ?? ''));

// Anyone can send any callback data, so role and row are checked at each tap.
handlers.callbackQuery(/^se:/, async (ctx) => {
  const { sender } = ctx;
  if (sender.role !== 'creator' && sender.role !== 'member') {
    return await answerTap(ctx, ctx.t('button-not-yours'));
  }
  const wanted = readTapData(ctx.callbackQuery.data);
  const place = ctx.callbackQuery.message;
  const turned =
    wanted &&
    place &&
    (await turnPage(
      ctx.tx,
      wanted,
      { chatId: place.chat.id as ChatId, edits: place.message_id as ChatMessageId },
      ctx.services,
    ));
  await answerTap(ctx, turned?.ok ? undefined : ctx.t('button-out-of-date'));
});

async function search(ctx: FanlineContext, typed: string): Promise<void> {
  const { sender, msg } = ctx;
  if ((sender.role !== 'creator' && sender.role !== 'member') || !msg) return;
  const place = {
    chatId: msg.chat.id as ChatId,
    topicId: msg.is_topic_message ? msg.message_thread_id : undefined,
    replyTo: msg.message_id as ChatMessageId,
  };
  const asker = { userId: sender.userId, place };
  const started = await startSearch(ctx.tx, typed, asker, ctx.services);
  if (started.ok) return;
  switch (started.reason) {
    case 'no-words':
      return await say(ctx, ctx.t('search-no-words'), { quote: true });
    default:
      unreachable(started.reason);
  }
}
