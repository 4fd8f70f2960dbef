import { type CallbackQueryContext, Composer } from 'grammy';
import type { ChatId, ChatMessageId, SavedReplyId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { displayName } from '#src/features/fans/index.ts';
import { authorOf } from '#src/features/members/index.ts';
import { ask } from '#src/features/prompts/index.ts';
import { cardTap } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { type Card, present } from '#src/telegram/present.ts';
import { answerTap } from '#src/telegram/say.ts';
import { notSentKeys } from '../rules/refusal-keys.ts';
import { type ReplyTap, readTapData } from '../rules/tap-data.ts';
import { removeReply } from '../services/remove-reply.ts';
import { listView, openView, pickView, previewView } from '../services/reply-views.ts';
import { sendSaved } from '../services/send-saved.ts';

/** Buttons of saved replies. Anyone can send any callback data, so role and row are checked at each tap. */
export const tapHandlers = new Composer<FanlineContext>();

type Tapped = CallbackQueryContext<FanlineContext>;

tapHandlers.callbackQuery(/^re:/, async (ctx) => {
  if (!authorOf(ctx)) return await answerTap(ctx, ctx.t('button-not-yours'));
  const tap = readTapData(ctx.callbackQuery.data);
  if (!tap) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await handleTap(ctx, tap);
});

async function handleTap(ctx: Tapped, tap: ReplyTap): Promise<void> {
  const { tx, t } = ctx;
  switch (tap.do) {
    case 'pick':
      return await show(ctx, await pickView(tx, tap.threadId, tap.page, t));
    case 'preview':
      return await show(ctx, await previewHere(ctx, tap));
    case 'send':
      return await send(ctx, tap);
    case 'list':
      return await show(ctx, await listView(tx, tap.page, t));
    case 'open':
      return await show(ctx, await openView(tx, tap.id, t));
    case 'ask-delete':
      return await show(ctx, await openView(tx, tap.id, t, 'delete'));
    case 'delete': {
      const gone = await removeReply(tx, tap.id);
      const note = t(gone ? 'replies-deleted' : 'replies-refused-gone');
      return await present(ctx, await listView(tx, 0, t), note);
    }
    case 'new':
      return await question(ctx, 'replies-new', {}, t('replies-ask-new'));
    case 'rename':
      return await askAbout(ctx, tap.id, 'replies-rename', t('replies-ask-name'));
    case 'edit':
      return await askAbout(ctx, tap.id, 'replies-edit', t('replies-ask-edit'));
    default:
      return unreachable(tap);
  }
}

async function show(ctx: Tapped, card: Card | undefined): Promise<void> {
  if (!card) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await present(ctx, card);
}

async function previewHere(ctx: Tapped, tap: Extract<ReplyTap, { do: 'preview' }>) {
  const place = placeOf(ctx);
  return place && (await previewView(ctx.tx, tap, place, ctx.t));
}

function placeOf(ctx: Tapped): { chatId: ChatId; chatMessageId: ChatMessageId } | undefined {
  const { message } = ctx.callbackQuery;
  return (
    message && {
      chatId: message.chat.id as ChatId,
      chatMessageId: message.message_id as ChatMessageId,
    }
  );
}

async function send(ctx: Tapped, tap: Extract<ReplyTap, { do: 'send' }>) {
  const by = authorOf(ctx);
  const preview = placeOf(ctx);
  if (!by || !preview) return await answerTap(ctx, ctx.t('button-out-of-date'));
  const { id, threadId, after } = tap;
  const sent = await sendSaved(ctx.tx, { id, threadId, preview, after, by }, ctx.services);
  if (!sent.ok) return await answerTap(ctx, ctx.t(notSentKeys[sent.reason]));
  const text = ctx.t('replies-sent', { reply: sent.name, name: displayName(sent.fan) });
  const back = { text: ctx.t('button-back'), callback_data: cardTap('back', sent.fan.id) };
  await present(ctx, { text, rows: [[back]] });
}

async function askAbout(
  ctx: Tapped,
  id: SavedReplyId,
  kind: 'replies-rename' | 'replies-edit',
  text: string,
): Promise<void> {
  if (!(await openView(ctx.tx, id, ctx.t))) {
    return await answerTap(ctx, ctx.t('button-out-of-date'));
  }
  await question(ctx, kind, { id }, text);
}

async function question(
  ctx: Tapped,
  kind: string,
  ref: Readonly<Record<string, unknown>>,
  text: string,
): Promise<void> {
  await ask(ctx, { kind, ref, text });
  await answerTap(ctx);
}
