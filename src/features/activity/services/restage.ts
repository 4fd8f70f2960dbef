import type { FanId } from '#src/core/ids.ts';
import { fanById } from '#src/features/fans/index.ts';
import { preferenceOf, type StageThresholds } from '#src/features/preferences/index.ts';
import { refreshCard } from '#src/features/threads/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { FanActivity } from '../fan-activity.ts';
import {
  activityRow,
  countFrom,
  dueFans,
  nextCheckAt,
  putActivity,
} from '../queries/activity-rows.ts';
import { recentFrom, standingOf } from '../rules/stage.ts';

/** The kind of the job that looks at stages when they may change by themselves. */
export const stagesJob = 'stages';

/** What is counted of a fan, message by message. */
export type Counts = Omit<FanActivity, 'stage' | 'stageSince' | 'score' | 'recentCount'>;

/** Puts a fan where the numbers put them now; `before` is what was stored until now. */
export async function restage(
  tx: Tx,
  { counts, before }: { readonly counts: Counts; readonly before: FanActivity | undefined },
  thresholds: StageThresholds,
  services: Services,
): Promise<void> {
  const now = services.clock.now();
  const fan = await fanById(tx, counts.fanId);
  if (!fan) return;
  const recentCount = await countFrom(tx, fan.id, recentFrom(now));
  const { firstSeenAt } = fan;
  const facts = { firstSeenAt, lastInAt: counts.lastInAt, recentCount };
  const { stage, score, checkAt } = standingOf(facts, thresholds, now);
  const same = before?.stage === stage;
  const stageSince = same ? before.stageSince : now;
  await putActivity(tx, { ...counts, recentCount, stage, stageSince, score, checkAt });
  if (before && !same) await refreshCard(tx, fan.id, services);
}

/** Puts fans of whom something was counted where the numbers put them now. */
export async function restageAll(
  tx: Tx,
  fanIds: readonly FanId[],
  services: Services,
): Promise<void> {
  const thresholds = await preferenceOf(tx, 'stageThresholds');
  for (const fanId of fanIds) {
    const before = await activityRow(tx, fanId);
    if (before) await restage(tx, { counts: before, before }, thresholds, services);
  }
}

/** Looks at the stages that may have changed by themselves by now, `limit` at most. True when that was all. */
export async function restageDue(tx: Tx, limit: number, services: Services): Promise<boolean> {
  const now = services.clock.now();
  const due = await dueFans(tx, now, limit);
  await restageAll(tx, due, services);
  await scheduleNextCheck(tx, now);
  return due.length < limit;
}

/** Has stages looked at when the next one may change by itself. */
export async function scheduleNextCheck(tx: Tx, now: number): Promise<void> {
  const dueAt = await nextCheckAt(tx);
  if (dueAt !== null) await schedule(tx, { kind: stagesJob, key: '', dueAt }, now);
}
