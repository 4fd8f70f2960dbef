import type { DraftId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { fanName } from '#src/features/fans/index.ts';
import { noteOwnOutcome, type OwnOutcome } from '#src/features/ownkey/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { deskPlaceOf, draftTap, requireThread, sayAboutFan } from '#src/features/threads/index.ts';
import { tellUsage, type UsageStanding } from '#src/features/usage/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { type Draft, type DraftNotice, isOpen, type Proposal } from '../draft.ts';
import { choicesOf, insertChoice } from '../queries/choice-rows.ts';
import { draftById, endDraft, insertReceipt, updateMade } from '../queries/draft-rows.ts';
import { isCare } from '../rules/care-for.ts';
import { fitChoices } from '../rules/fit-choices.ts';
import type { AskedDraft } from './asked-draft.ts';
import type { MakeRef } from './ask-draft.ts';
import { draftView } from './draft-views.ts';
import { isNewCare } from './new-care.ts';

/** What a draft's job has made, and from which message on. */
export interface MadeDraft extends Pick<AskedDraft, 'messageId' | 'knownEditAt'> {
  readonly proposal: Proposal;
  /** How usage stands after it; null where no model was asked. */
  readonly standing: UsageStanding | null;
  /** What came of asking with the creator's own key; null: it was not asked. */
  readonly ownOutcome: OwnOutcome | null;
}

/** Offers what was made: as one message at the desk, or in place of what the draft offered before. */
export async function offerDraft(
  tx: Tx,
  { draftId, round }: MakeRef,
  { messageId, knownEditAt, proposal, standing, ownOutcome }: MadeDraft,
  services: Services,
): Promise<void> {
  if (standing) await tellUsage(tx, standing, services);
  if (ownOutcome) await noteOwnOutcome(tx, ownOutcome, services);
  const draft = await draftById(tx, draftId);
  if (!draft) return;
  if (!isOpen(draft) || draft.round !== round) {
    // Nobody wants it any more, but it was told all the same.
    return await insertReceipt(tx, draftId, proposal.receipt);
  }
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
    // Nobody asked, and there is nothing to say. What left the box for it is kept all the same.
    await insertReceipt(tx, draftId, proposal.receipt);
    await endDraft(tx, draftId, 'failed', services.clock.now());
    return;
  }
  const nextRound = more || round === 0 ? round + 1 : round;
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
  if (made.place) return await showInPlace(tx, made, more, services);
  await enqueueDraft(tx, made, services);
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

async function showInPlace(tx: Tx, draft: Draft, more: boolean, services: Services): Promise<void> {
  const { place, messageId } = draft;
  if (!place) return;
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  const { text, rows } = await draftView(tx, draft, { known: messageId, more }, t);
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
