import { authorOf } from '#src/features/members/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { Card } from '#src/telegram/present.ts';
import { answerTap, say } from '#src/telegram/say.ts';
import type { Filter } from '../rules/filter.ts';
import { filterWords } from '../rules/filter-words.ts';
import { printText } from '../rules/print-text.ts';
import { simplify } from '../rules/simplify.ts';
import type { Draft } from '../segment.ts';
import { builderView } from '../services/builder-view.ts';
import { previewView } from '../services/preview-view.ts';
import { showCard } from '../services/show-card.ts';
import { speechOf } from '../services/speech-of.ts';
import { startCount, stopCount } from '../services/start-count.ts';
import { placeOf } from './place-of.ts';

/**
 * Shows a draft and has its fans counted: in place of the tapped message at once and again with their number; as a new
 * message with the number. `toast` answers the tap.
 */
export async function showDraft(ctx: FanlineContext, draft: Draft, toast?: string): Promise<void> {
  const place = placeOf(ctx);
  if (!place) return await answerTap(ctx, toast);
  if (place.edits !== undefined) {
    const speech = await speechOf(ctx.tx, ctx.services);
    await answerTap(ctx, toast);
    const card = await builderView(ctx.tx, { draft, counted: 'counting' }, speech, ctx.services);
    await showCard(ctx.tx, place, card, ctx.services);
  }
  await startCount(ctx.tx, draft, { place }, ctx.services);
}

/** Shows some of a draft's fans once they are found. */
export async function showPreview(ctx: FanlineContext, draft: Draft): Promise<void> {
  const place = placeOf(ctx);
  if (!place) return await answerTap(ctx);
  const speech = await speechOf(ctx.tx, ctx.services);
  await answerTap(ctx);
  const found = { counted: 'counting', fans: [] } as const;
  const card = await previewView(ctx.tx, draft, found, speech);
  await showCard(ctx.tx, place, card, ctx.services);
  await startCount(ctx.tx, draft, { place, show: 'preview' }, ctx.services);
}

/** Shows something that needs no count; a count that is under way for the same message is dropped. */
export async function show(
  ctx: FanlineContext,
  card: Card | undefined,
  toast?: string,
): Promise<void> {
  const place = placeOf(ctx);
  if (!card || !place) return await answerTap(ctx, toast ?? ctx.t('button-out-of-date'));
  await answerTap(ctx, toast);
  const by = authorOf(ctx);
  if (by && place.edits !== undefined) await stopCount(ctx.tx, by.author);
  await showCard(ctx.tx, place, card, ctx.services);
}

/** Tells what another draft took the place of, so that it can be sent again. */
export async function tellUnsaved(ctx: FanlineContext, unsaved: Filter | null): Promise<void> {
  if (!unsaved) return;
  const speech = await speechOf(ctx.tx, ctx.services);
  const printed = printText(simplify(unsaved), speech.names);
  const text = printed === null ? filterWords(unsaved, speech) : `/segments ${printed}`;
  await say(ctx, `${speech.t('segments-was-unsaved')}\n${text}`);
}
