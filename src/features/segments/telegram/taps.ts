import { type CallbackQueryContext, Composer } from 'grammy';
import type { SegmentId, UserId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { authorOf } from '#src/features/members/index.ts';
import { ask } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerTap } from '#src/telegram/say.ts';
import { everyone } from '../rules/filter.ts';
import { readOnlyWords } from '../rules/plan-words.ts';
import { readTapData, type SegmentTap } from '../rules/tap-data.ts';
import { draftNow } from '../services/draft-now.ts';
import { deleteView, listView } from '../services/list-view.ts';
import { beginDraft, openSegment } from '../services/open-draft.ts';
import { mayChangeSegment } from '../services/plan-limit.ts';
import { removeSegment } from '../services/save-segment.ts';
import { speechOf } from '../services/speech-of.ts';
import { draftTap } from './draft-taps.ts';
import { show, showDraft, tellUnsaved } from './show-draft.ts';

/** Buttons of segments. Anyone can send any callback data, so role, owner and rows are checked at each tap. */
export const tapHandlers = new Composer<FanlineContext>();

type Tapped = CallbackQueryContext<FanlineContext>;

tapHandlers.callbackQuery(/^sg:/, async (ctx) => {
  const by = authorOf(ctx);
  if (!by) return await answerTap(ctx, ctx.t('button-not-yours'));
  const tap = readTapData(ctx.callbackQuery.data);
  if (!tap) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await handleTap(ctx, tap, by.author);
});

async function handleTap(ctx: Tapped, tap: SegmentTap, userId: UserId): Promise<void> {
  const { tx, services } = ctx;
  switch (tap.do) {
    case 'list':
      return await show(
        ctx,
        await listView(tx, { userId, page: tap.page }, await speechOf(tx, services), services),
      );
    case 'new': {
      const { draft, unsaved } = await beginDraft(tx, userId, everyone, services);
      await tellUnsaved(ctx, unsaved);
      return await showDraft(ctx, draft);
    }
    case 'resume':
      return await showDraft(ctx, await draftNow(tx, userId));
    case 'open': {
      const opened = await openSegment(tx, userId, tap.id, services);
      if (!opened) return await tellGone(ctx, userId);
      await tellUnsaved(ctx, opened.unsaved);
      return await showDraft(ctx, opened.draft);
    }
    case 'rename':
      return await askName(ctx, tap.id, userId);
    case 'ask-delete': {
      const card = await deleteView(tx, tap.id, await speechOf(tx, services));
      return card ? await show(ctx, card) : await tellGone(ctx, userId);
    }
    case 'delete': {
      const gone = await removeSegment(tx, tap.id, userId, services);
      const card = await listView(tx, { userId, page: 0 }, await speechOf(tx, services), services);
      return await show(ctx, card, ctx.t(gone ? 'segments-deleted' : 'segments-refused-gone'));
    }
    case 'draft':
      return await draftTap(ctx, tap, userId);
    default:
      return unreachable(tap);
  }
}

async function askName(ctx: Tapped, id: SegmentId, userId: UserId): Promise<void> {
  if (!(await deleteView(ctx.tx, id, await speechOf(ctx.tx, ctx.services)))) {
    return await tellGone(ctx, userId);
  }
  const may = await mayChangeSegment(ctx.tx, id, ctx.services);
  if (!may.ok) return await answerTap(ctx, readOnlyWords(may, ctx.t), { alert: true });
  await ask(ctx, { kind: 'segments-rename', ref: { id }, text: ctx.t('segments-ask-new-name') });
  await answerTap(ctx);
}

async function tellGone(ctx: Tapped, userId: UserId): Promise<void> {
  const { tx, services } = ctx;
  const speech = await speechOf(tx, services);
  const card = await listView(tx, { userId, page: 0 }, speech, services);
  await show(ctx, card, ctx.t('segments-refused-gone'));
}
