import type { JobKind } from '#src/jobs/job-kind.ts';
import { tellJob, tellPlan } from './services/tell-plan.ts';

/** Tells the creator how the plan changed, and comes again when it will change by time alone. */
export const tellKind: JobKind = {
  kind: tellJob,
  late: 'once',
  async run(tx, _job, services) {
    const lookAt = await tellPlan(tx, services);
    return lookAt === null ? undefined : { again: lookAt };
  },
};
