import type { Job } from '#src/jobs/job.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import { ownHabits } from './queries/own-habits.ts';
import type { Habits } from './rules/habits.ts';
import { learnJob, type LearnPlace } from './services/learn.ts';
import { sayNotLearnt, showLearnt } from './services/show-learnt.ts';

/** Reads the creator's last replies off the event loop and shows what they say of how the creator writes. */
export const learnKind: JobKind = {
  kind: learnJob,
  late: 'once',
  async prepare(_job, { readLong }): Promise<Habits> {
    return await readLong(ownHabits, null);
  },
  async run(tx, job, services, prepared) {
    await showLearnt(tx, prepared as Habits, placeOf(job), services);
  },
  async onFailed(tx, job, services) {
    await sayNotLearnt(tx, placeOf(job), services);
  },
};

function placeOf(job: Job): LearnPlace {
  return job.ref as unknown as LearnPlace;
}
