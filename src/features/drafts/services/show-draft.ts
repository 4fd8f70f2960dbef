import type { DraftId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { mayUseProvider } from '#src/features/consent/index.ts';
import { fanName } from '#src/features/fans/index.ts';
import { noteOwnOutcome, type OwnOutcome } from '#src/features/ownkey/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { deskPlaceOf, draftTap, requireThread, sayAboutFan } from '#src/features/threads/index.ts';
import { tellUsage, type UsageStanding } from '#src/features/usage/index.ts';
import type { Again } from '#src/jobs/job-kind.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { type Draft, type DraftNotice, isOpen, type Proposal } from '../draft.ts';
import { choicesOf, insertChoice } from '../queries/choice-rows.ts';
import { draftById, endDraft, updateMade } from '../queries/draft-rows.ts';
import { isCare } from '../rules/care-for.ts';
import { fitChoices } from '../rules/fit-choices.ts';
import { type AskedDraft, isStopped } from './asked-draft.ts';
import type { MakeRef } from './ask-draft.ts';
import { careAtHand } from './care-at-hand.ts';
import { draftView, type FailedTry } from './draft-views.ts';
import { keepSigns } from './keep-signs.ts';
import { isNewCare } from './new-care.ts';

/** What a draft's job has made, and from which message on. */
export interface MadeDraft extends Pick<AskedDraft, 'messageId' | 'knownEditAt' | 'atHand'> {
  readonly proposal: Proposal;
  /** How usage stands after it; null where no model was asked. */
  readonly standing: UsageStanding | null;
  /** What came of asking with the creator's own key; null: it was not asked. */
  readonly ownOutcome: OwnOutcome | null;
}

/**
 * Offers what was made: as one message at the desk, or in place of what the draft offered before. What a model wrote and
 * may not have been asked for any more is not offered: it is made once more, of what is the creator's own. The same where the
 * fan may be a minor since, or where a person has said meanwhile that they are none.
 */
export async function offerDraft(
  tx: Tx,
  { draftId, round }: MakeRef,
  { messageId, knownEditAt, atHand, proposal, standing, ownOutcome }: MadeDraft,
  services: Services,
): Promise<Again | void> {
  if (standing) await tellUsage(tx, standing, services);
  if (ownOutcome) await noteOwnOutcome(tx, ownOutcome, services);
  const draft = await draftById(tx, draftId);
  if (!draft || !isOpen(draft) || draft.round !== round) return;
  if (proposal.source === 'llm' && !(await mayOffer(tx, draft, services))) {
    return { again: services.clock.now() };
  }
  const thread = await requireThread(tx, draft.threadId);
  const mayBeMinor = (await careAtHand(tx, thread)).has('possible-minor');
  if (mayBeMinor !== atHand.includes('possible-minor')) return { again: services.clock.now() };
  if (proposal.source === 'llm' && proposal.notice === 'possible-minor') {
    await keepSigns(tx, new Map([[thread.fanId, messageId]]), services);
  }
  if (await isStopped(tx, draft)) return await dropStopped(tx, draftId, services);
  const offered = await choicesOf(tx, draftId);
  const next = fitChoices(
    proposal.choices,
    offered.map(({ text }) => text),
  );
  const more = next.length > 0;
  const { notice } = proposal;
  if (
    draft.byItself &&
    round === 0 &&
    !more &&
    !(await isWorthALine(tx, draft, notice, services))
  ) {
    // Nobody asked, and there is nothing to say.
    await endDraft(tx, draftId, 'failed', services.clock.now());
    return;
  }
  const isNext = more || round === 0 || isCare(notice);
  if (!isNext) {
    // What is there stays as it is, with who wrote it and why, for which message, and what left the box for it.
    return await showInPlace(tx, draft, services, notice ?? 'nothing');
  }
  const nextRound = round + 1;
  const place = (offered.at(-1)?.place ?? -1) + 1;
  for (const [index, choice] of next.entries()) {
    await insertChoice(tx, draftId, {
      ...choice,
      entities: [],
      place: place + index,
      round: nextRound,
    });
  }
  await updateMade(tx, draftId, { ...proposal, messageId, knownEditAt, round: nextRound });
  const { receipt } = proposal;
  const made: Draft = { ...draft, messageId, knownEditAt, round: nextRound, notice, receipt };
  if (made.place) return await showInPlace(tx, made, services);
  await enqueueDraft(tx, made, services);
}

/** Whether what a model wrote about this fan may be shown now. */
async function mayOffer(tx: Tx, { threadId }: Draft, services: Services): Promise<boolean> {
  const { fanId } = await requireThread(tx, threadId);
  return (await mayUseProvider(tx, fanId, services)).ok;
}

/** Ends a draft that was to come by itself where none is to any more; nobody hears of it. */
export async function dropStopped(tx: Tx, id: DraftId, services: Services): Promise<void> {
  const draft = await draftById(tx, id);
  if (!draft || !isOpen(draft) || !(await isStopped(tx, draft))) return;
  await endDraft(tx, id, 'failed', services.clock.now());
}

/** Whether a draft without choices, for which nobody asked, tells of somebody to be careful with. */
async function isWorthALine(
  tx: Tx,
  draft: Draft,
  notice: DraftNotice | null,
  services: Services,
): Promise<boolean> {
  return isCare(notice) && (await isNewCare(tx, draft, notice, services.clock.now()));
}

/** Enqueues a draft's message. Without a desk there is nobody to whom it could be shown. */
export async function enqueueDraft(
  tx: Tx,
  { id, messageId }: Draft,
  services: Services,
  options: { outside?: true } = {},
): Promise<void> {
  const place = await deskPlaceOf(tx, messageId);
  const now = services.clock.now();
  if (!place) {
    await endDraft(tx, id, 'failed', now);
    return;
  }
  await enqueue(tx, now, {
    kind: 'draft',
    method: 'sendMessage',
    payload: {},
    ref: { draftId: id, ...options },
    audience: 'desk',
    chatId: place.chatId,
  });
}

/** A draft could not be made: who waits for it hears of it, with a button to try again. */
export async function giveUpDraft(tx: Tx, id: DraftId, services: Services): Promise<void> {
  const draft = await draftById(tx, id);
  if (!draft || !isOpen(draft)) return;
  // Other choices could not be made: those that are there stay.
  if (draft.round === 0) await endDraft(tx, id, 'failed', services.clock.now());
  if (draft.byItself && draft.round === 0) return;
  const { fanId } = await requireThread(tx, draft.threadId);
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  const text = t('drafts-failed', { name: await fanName(tx, fanId) });
  const retry = { text: 'Retry', callback_data: draftTap(draft.threadId) };
  await sayAboutFan(tx, fanId, { text, rows: [draft.round === 0 ? [retry] : []] }, services);
}

async function showInPlace(
  tx: Tx,
  draft: Draft,
  services: Services,
  tried?: FailedTry,
): Promise<void> {
  const { place, messageId } = draft;
  if (!place) return;
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  const { text, rows } = await draftView(tx, draft, { known: messageId, tried }, services, t);
  await enqueue(tx, services.clock.now(), {
    method: 'editMessageText',
    payload: {
      chat_id: place.chatId,
      message_id: place.chatMessageId,
      ...text,
      reply_markup: { inline_keyboard: rows.map((row) => [...row]) },
      link_preview_options: { is_disabled: true },
    },
    audience: 'desk',
    chatId: place.chatId,
  });
}
