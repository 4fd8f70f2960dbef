import type { FanId, FollowupId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { fanById } from '#src/features/fans/index.ts';
import { scheduleSnoozeEnd } from '#src/features/inbox/index.ts';
import { refreshCard } from '#src/features/threads/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Followup } from '../followup.ts';
import {
  finishFollowup,
  followupById,
  insertFollowup,
  moveFollowup,
  type NewFollowup,
  nextDueAt,
  updateText,
} from '../queries.ts';

/** The kind of the job that tells what is due. */
export const followupsJob = 'followups';

/** Longest text, in UTF-16 units. */
const maxText = 500;

/** Makes a follow-up; a text that is too long is refused, not cut. */
export async function addFollowup(
  tx: Tx,
  given: NewFollowup,
  services: Services,
): Promise<Result<{ id: FollowupId }, 'too-long' | 'gone'>> {
  if (given.text.length > maxText) return refuse('too-long');
  if (!(await fanById(tx, given.fanId))) return refuse('gone');
  const id = await insertFollowup(tx, given, services.clock.now());
  await changed(tx, given.fanId, services);
  return { ok: true, id };
}

/** Moves an open follow-up to another time. Undefined when it is not open any more. */
export async function putOff(
  tx: Tx,
  id: FollowupId,
  dueAt: number,
  services: Services,
): Promise<Followup | undefined> {
  const followup = await openOne(tx, id);
  if (!followup) return undefined;
  await moveFollowup(tx, id, dueAt);
  await changed(tx, followup.fanId, services);
  return { ...followup, dueAt };
}

/** Puts another text into an open follow-up. */
export async function reword(
  tx: Tx,
  id: FollowupId,
  text: string,
  services: Services,
): Promise<Result<{ followup: Followup }, 'too-long' | 'gone'>> {
  if (text.length > maxText) return refuse('too-long');
  const followup = await openOne(tx, id);
  if (!followup) return refuse('gone');
  await updateText(tx, id, text);
  await changed(tx, followup.fanId, services);
  return { ok: true, followup: { ...followup, text } };
}

/** Ends an open follow-up. Undefined when it is not open any more. */
export async function finish(
  tx: Tx,
  id: FollowupId,
  state: 'done' | 'dropped',
  services: Services,
): Promise<Followup | undefined> {
  const followup = await openOne(tx, id);
  if (!followup) return undefined;
  await finishFollowup(tx, id, state, services.clock.now());
  await changed(tx, followup.fanId, services);
  return followup;
}

/** The quiet hours or the time zone have changed: what waits for their end looks anew when that is. */
export async function quietHoursChanged(tx: Tx, services: Services): Promise<void> {
  const now = services.clock.now();
  await scheduleNext(tx, now);
  await scheduleSnoozeEnd(tx, now);
}

/** An open follow-up. */
export async function openOne(tx: Tx, id: FollowupId): Promise<Followup | undefined> {
  const followup = await followupById(tx, id);
  return followup?.state === 'open' ? followup : undefined;
}

async function changed(tx: Tx, fanId: FanId, services: Services): Promise<void> {
  await scheduleNext(tx, services.clock.now());
  await refreshCard(tx, fanId, services);
}

/** Has what is due next told at its time, or when the quiet hours end after it. */
async function scheduleNext(tx: Tx, now: number): Promise<void> {
  const dueAt = await nextDueAt(tx);
  if (dueAt !== null) await schedule(tx, { kind: followupsJob, key: '', dueAt }, now);
}
