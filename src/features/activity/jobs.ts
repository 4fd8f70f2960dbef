import type { FanId } from '#src/core/ids.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import { schedule } from '#src/jobs/schedule.ts';
import { fansAfter } from './queries/activity-rows.ts';
import { restageAll, restageDue, scheduleNextCheck, stagesJob } from './services/restage.ts';

/** Fans in one transaction: some milliseconds. */
const batchSize = 25;

/** Looks at the stages that may have changed by themselves. */
export const stagesKind: JobKind = {
  kind: stagesJob,
  late: 'once',
  async run(tx, _job, services) {
    await restageDue(tx, batchSize, services);
  },
};

/** Looks at every fan's stage once, a batch at a time: the creator drew the lines anew. */
export const restageKind: JobKind = {
  kind: 'restage',
  late: 'once',
  async run(tx, job, services) {
    const after = (job.ref['after'] ?? 0) as FanId;
    const fans = await fansAfter(tx, after, batchSize);
    await restageAll(tx, fans, services);
    const now = services.clock.now();
    await scheduleNextCheck(tx, now);
    const last = fans.at(-1);
    if (last === undefined) return;
    await schedule(tx, { kind: restageKind.kind, key: '', dueAt: now, ref: { after: last } }, now);
  },
};
