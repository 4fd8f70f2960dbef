import type { CallbackQueryContext } from 'grammy';
import type { UserId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { ask } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerTap } from '#src/telegram/say.ts';
import { conditionFrom, type Kind, questionFrom } from '../rules/choices.ts';
import { noMoreWords, readOnlyWords } from '../rules/plan-words.ts';
import { questionExample, questionWords } from '../rules/question-words.ts';
import { refusalText } from '../rules/refusal-keys.ts';
import type { DraftTap, SegmentTap } from '../rules/tap-data.ts';
import type { Draft } from '../segment.ts';
import { changedView } from '../services/changed-view.ts';
import { type Change, changeDraft } from '../services/change-draft.ts';
import { fieldView, kindsView, kindView, partView } from '../services/choice-views.ts';
import { draftNow } from '../services/draft-now.ts';
import { mayAddSegment } from '../services/plan-limit.ts';
import { saveDraft } from '../services/save-segment.ts';
import { namesOf, speechOf, withSources } from '../services/speech-of.ts';
import { show, showDraft, showPreview } from './show-draft.ts';

type Tapped = CallbackQueryContext<FanlineContext>;

/** A tap in the builder: done to the draft of the one who taps, if the menu is theirs and shows the draft as it is now. */
export async function draftTap(
  ctx: Tapped,
  { owner, version, tap }: Extract<SegmentTap, { do: 'draft' }>,
  userId: UserId,
): Promise<void> {
  if (owner !== userId) return await answerTap(ctx, ctx.t('segments-not-yours'), { alert: true });
  const draft = await draftNow(ctx.tx, userId);
  if (draft.version !== version) {
    return await showDraft(ctx, draft, ctx.t('segments-menu-old'));
  }
  await handleTap(ctx, draft, tap);
}

async function handleTap(ctx: Tapped, draft: Draft, tap: DraftTap): Promise<void> {
  switch (tap.do) {
    case 'show':
      return await showDraft(ctx, draft);
    case 'preview':
      return await showPreview(ctx, draft);
    case 'part':
      return await show(ctx, partView(draft, tap.at, await speech(ctx)));
    case 'add':
      return await show(ctx, kindsView(draft, tap.into, await speech(ctx)));
    case 'kind':
      return await show(ctx, kindView(draft, tap, await speechFor(ctx, tap.kind)));
    case 'field':
      return await show(ctx, fieldView(draft, tap.into, tap.fieldId, await speech(ctx)));
    case 'negate':
    case 'remove':
      return await change(ctx, draft, { do: tap.do, at: tap.at });
    case 'switch':
      return await change(ctx, draft, { do: 'switch' });
    case 'put': {
      const part = conditionFrom(tap.code, await namesOf(ctx.tx));
      if (!part) return await showDraft(ctx, draft, ctx.t('segments-refused-gone'));
      return await change(ctx, draft, { do: 'add', part, into: tap.into });
    }
    case 'ask':
      return await askValue(ctx, draft, tap);
    case 'save':
    case 'overwrite':
      return await save(ctx, draft, tap.do === 'overwrite');
    default:
      return unreachable(tap);
  }
}

async function speechFor(ctx: Tapped, kind: Kind) {
  const words = await speech(ctx);
  if (kind !== 'source') return words;
  return { ...words, names: await withSources(ctx.tx, words.names) };
}

async function speech(ctx: Tapped) {
  return await speechOf(ctx.tx, ctx.services);
}

async function change(ctx: Tapped, draft: Draft, what: Change): Promise<void> {
  const changed = await changeDraft(ctx.tx, draft, what, ctx.services);
  if (changed.ok) return await showDraft(ctx, changed.draft);
  await showDraft(ctx, draft, refusalText(changed.reason, ctx.t));
}

async function askValue(
  ctx: Tapped,
  { userId, version }: Draft,
  { into, code }: Extract<DraftTap, { do: 'put' | 'ask' }>,
): Promise<void> {
  const question = questionFrom(code, await namesOf(ctx.tx));
  if (!question) return await answerTap(ctx, ctx.t('segments-refused-gone'));
  await ask(ctx, {
    kind: 'segments-value',
    ref: { userId, version, into, ask: code },
    text: questionWords(question, ctx.t),
    placeholder: questionExample(question),
  });
  await answerTap(ctx);
}

async function save(ctx: Tapped, draft: Draft, anyway: boolean): Promise<void> {
  const { userId, version, segmentId } = draft;
  if (segmentId === null) {
    const may = await mayAddSegment(ctx.tx, ctx.services);
    if (!may.ok) return await answerTap(ctx, noMoreWords(may, ctx.t), { alert: true });
    await ask(ctx, {
      kind: 'segments-name',
      ref: { userId, version },
      text: ctx.t('segments-ask-name'),
    });
    return await answerTap(ctx);
  }
  const saved = await saveDraft(ctx.tx, draft, { anyway }, ctx.services);
  if (saved.ok) {
    return await showDraft(ctx, saved.draft, ctx.t('segments-saved', { name: saved.name }));
  }
  switch (saved.reason) {
    case 'gone':
      return await showDraft(ctx, draft, ctx.t('segments-refused-gone'));
    case 'plan':
      return await answerTap(ctx, readOnlyWords(saved, ctx.t), { alert: true });
    case 'changed':
      return await show(ctx, await changedView(ctx.tx, draft, await speech(ctx)));
    default:
      return unreachable(saved);
  }
}
