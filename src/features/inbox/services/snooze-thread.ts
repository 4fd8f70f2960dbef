import type { FanId, ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { fanName } from '#src/features/fans/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { noteNextMessage, refreshCard, threadById } from '#src/features/threads/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import { nextSnoozeEnd, putSnooze } from '../queries.ts';
import { type SnoozeChoice, snoozeUntil } from '../rules/snooze-until.ts';

/** The kind of the job that ends snoozes. */
export const snoozeJob = 'snooze-ends';

/** Leaves a fan out of the inbox for a while. Undefined when there is no such thread. */
export async function snoozeThread(
  tx: Tx,
  threadId: ThreadId,
  choice: SnoozeChoice,
  services: Services,
): Promise<{ name: string; fanId: FanId; until: number | null } | undefined> {
  const thread = await threadById(tx, threadId);
  if (!thread) return undefined;
  const now = services.clock.now();
  const until = snoozeUntil(choice, now, await preferenceOf(tx, 'timeZone'));
  await putSnooze(tx, threadId, until, now);
  if (until === null) await noteNextMessage(tx, threadId);
  await scheduleSnoozeEnd(tx, now);
  await refreshCard(tx, thread.fanId, services);
  return { name: await fanName(tx, thread.fanId), fanId: thread.fanId, until };
}

/** Has the next snooze ended when its time comes. */
export async function scheduleSnoozeEnd(tx: Tx, now: number): Promise<void> {
  const dueAt = await nextSnoozeEnd(tx);
  if (dueAt !== null) await schedule(tx, { kind: snoozeJob, key: '', dueAt }, now);
}
