import type { DraftId, ThreadId, UserId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { threadById } from '#src/features/threads/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import { type DraftChange, isOpen } from '../draft.ts';
import { draftById, endDraft, insertDraft, openDraft, updateAsked } from '../queries/draft-rows.ts';
import { newestChange } from '../rules/news-since.ts';
import { putAway } from './put-away.ts';
import { unansweredIn } from './unanswered.ts';

/** The kinds of this feature's jobs. */
export const jobs = { make: 'drafts-make', auto: 'drafts-auto' } as const;

/** What a job is to make. */
export interface MakeRef {
  readonly draftId: DraftId;
  /** Rounds of choices that the draft had when this one was asked for. */
  readonly round: number;
  /** How its choices are to differ from those before; null for the first. */
  readonly change: DraftChange | null;
}

/**
 * Why no draft is made: `gone` no such thread; `answered` nothing of the fan's is unanswered; `no-text` nothing of it has
 * words; `making` it is on its way; `there` it was shown a moment ago.
 */
export type AskRefusal = 'gone' | 'answered' | 'no-text' | 'making' | 'there';

/** Who asks again after this time does not see the draft that is there any more. */
const stillSeenMs = 60_000;

/**
 * Asks for a draft that answers all that the fan of a thread wrote since the last reply; it comes by itself. One that is
 * there for older messages gives way to it. `by` null: nobody asked, it comes by itself.
 */
export async function askDraft(
  tx: Tx,
  { threadId, by }: { threadId: ThreadId; by: UserId | null },
  services: Services,
): Promise<Result<object, AskRefusal>> {
  if (!(await threadById(tx, threadId))) return refuse('gone');
  const unanswered = await unansweredIn(tx, threadId);
  const newest = unanswered.at(-1);
  if (!newest) return refuse('answered');
  if (unanswered.every(({ text }) => text.trim() === '')) return refuse('no-text');
  const now = services.clock.now();
  const open = await openDraft(tx, threadId);
  if (open?.state === 'wanted') {
    // One that was to come by itself is now waited for, so that it says so when nothing is close.
    const same = open.messageId === newest.id && !(open.byItself && by !== null);
    if (open.round > 0 || same) return refuse('making');
    await updateAsked(tx, open.id, { messageId: newest.id, askedBy: by });
    await scheduleMake(tx, { draftId: open.id, round: 0, change: null }, by !== null, now);
    return { ok: true };
  }
  const isSame = open?.messageId === newest.id && open.knownEditAt >= newestChange(unanswered);
  if (open && isSame && isSeen(open.shownAt, now)) return refuse('there');
  if (open) {
    await endDraft(tx, open.id, 'stale', now);
    await putAway(tx, [open], services);
  }
  const draftId = await insertDraft(tx, { threadId, messageId: newest.id, askedBy: by }, now);
  await scheduleMake(tx, { draftId, round: 0, change: null }, by !== null, now);
  return { ok: true };
}

/** Asks for a draft in place of this one. */
export async function renewDraft(
  tx: Tx,
  { id, by }: { id: DraftId; by: UserId },
  services: Services,
): Promise<Result<object, AskRefusal>> {
  const draft = await draftById(tx, id);
  if (!draft) return refuse('gone');
  return await askDraft(tx, { threadId: draft.threadId, by }, services);
}

/**
 * Asks for choices that differ from those of this round, in the same draft. `over`: it can no longer be sent; `making`: they are
 * there or on their way.
 */
export async function askAnother(
  tx: Tx,
  { id, round, change }: { id: DraftId; round: number; change: DraftChange },
  services: Services,
): Promise<Result<object, 'over' | 'making'>> {
  const draft = await draftById(tx, id);
  if (!draft || !isOpen(draft)) return refuse('over');
  if (draft.round !== round) return refuse('making');
  const ref: MakeRef = { draftId: id, round, change };
  await scheduleMake(tx, ref, true, services.clock.now(), true);
  return { ok: true };
}

/** One job for each round of a draft. `keep`: one that is on its way stays as it is, so that nothing is made twice. */
async function scheduleMake(
  tx: Tx,
  ref: MakeRef,
  urgent: boolean,
  now: number,
  keep = false,
): Promise<void> {
  const key = `${ref.draftId}:${ref.round}`;
  await schedule(tx, { kind: jobs.make, key, dueAt: now, ref: { ...ref }, urgent, keep }, now);
}

function isSeen(shownAt: number | null, now: number): boolean {
  return shownAt !== null && now - shownAt < stillSeenMs;
}
