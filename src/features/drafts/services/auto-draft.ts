import type { DraftId, ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import {
  hasDeskRoom,
  type ReadMessage,
  refreshCard,
  requireThread,
} from '#src/features/threads/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import { draftById, openDraft } from '../queries/draft-rows.ts';
import { isPaused, putPaused } from '../queries/pause-rows.ts';
import { askDraft, jobs } from './ask-draft.ts';
import { asksForMoreCare } from './new-care.ts';

/** How long a fan is quiet before a draft comes by itself: they may not be done. Messages are read 2 s after they came. */
const quietMs = 5_000;

/** What was written longer ago (the program was down) is not answered by a draft that nobody asked for. */
const freshMs = 15 * 60_000;

/** Fans wrote: where the creator wants it, a draft will come by itself once they are quiet. */
export async function draftWhenQuiet(
  tx: Tx,
  messages: readonly ReadMessage[],
  services: Services,
): Promise<void> {
  const now = services.clock.now();
  const written = messages.filter(
    ({ direction, text, sentAt }) =>
      direction === 'in' && text.trim() !== '' && now - sentAt < freshMs,
  );
  if (written.length === 0 || !(await preferenceOf(tx, 'autoDraft'))) return;
  for (const threadId of new Set(written.map((message) => message.threadId))) {
    const key = `${threadId}`;
    await schedule(tx, { kind: jobs.auto, key, dueAt: now + quietMs, ref: { threadId } }, now);
  }
}

/**
 * Makes a draft that nobody asked for, unless there is one already, the creator does not want it or has answered, or the
 * desk is behind. One that is there gives way to signs that ask for more care than it tells of; one that is still being made
 * by itself is made anew for what came since.
 */
export async function autoDraft(tx: Tx, threadId: ThreadId, services: Services): Promise<void> {
  if (!(await preferenceOf(tx, 'autoDraft')) || (await isPaused(tx, threadId))) return;
  const open = await openDraft(tx, threadId);
  const isMade = open?.state === 'wanted' && open.byItself;
  if (open && !isMade && !(await asksForMoreCare(tx, open, services.clock.now()))) return;
  if (!(await hasDeskRoom(tx, services))) return;
  await askDraft(tx, { threadId, by: null }, services);
}

/** Stops drafts by themselves for the fan of this draft, or lets them come again; false when the draft is gone. */
export async function pauseDrafts(
  tx: Tx,
  id: DraftId,
  paused: boolean,
  services: Services,
): Promise<boolean> {
  const draft = await draftById(tx, id);
  if (draft) await pauseThread(tx, draft.threadId, paused, services);
  return draft !== undefined;
}

/** Stops drafts by themselves in a thread that exists, or lets them come again; the card follows. */
export async function pauseThread(
  tx: Tx,
  threadId: ThreadId,
  paused: boolean,
  services: Services,
): Promise<void> {
  const { fanId } = await requireThread(tx, threadId);
  await putPaused(tx, threadId, paused, services.clock.now());
  await refreshCard(tx, fanId, services);
}
