import {
  learnJob,
  type Learnt,
  type LearnPlace,
  leastReplies,
  ownHabits,
  sayNotLearnt,
  showLearnt,
} from '#src/features/persona/index.ts';
import { noteOwnOutcome } from '#src/features/ownkey/index.ts';
import { tellUsage } from '#src/features/usage/index.ts';
import type { Job } from '#src/jobs/job.ts';
import type { JobKind, Preparation } from '#src/jobs/job-kind.ts';
import { type Heard, learnByModel } from './services/learn-by-model.ts';

/** What `prepare` found out. */
type Prepared = Learnt & Heard;

/** Reads the creator's last replies and shows what they say of how the creator writes. */
export const learnKind: JobKind = {
  kind: learnJob,
  late: 'once',
  apart: true,
  async prepare(_job, preparation): Promise<Prepared> {
    return await learn(preparation);
  },
  async run(tx, job, services, prepared) {
    const { habits, byModel, standing, ownOutcome } = prepared as Prepared;
    if (standing) await tellUsage(tx, standing, services);
    if (ownOutcome) await noteOwnOutcome(tx, ownOutcome, services);
    await showLearnt(tx, { habits, byModel }, placeOf(job), services);
  },
  async onFailed(tx, job, services) {
    await sayNotLearnt(tx, placeOf(job), services);
  },
};

/** Where there is too little to be asked about. */
const nothing: Heard = {
  byModel: { lines: [], provider: null, silence: null },
  standing: null,
  ownOutcome: null,
};

async function learn(preparation: Preparation): Promise<Prepared> {
  const habits = await preparation.readLong(ownHabits, null);
  const heard = habits.replies < leastReplies ? nothing : await learnByModel(preparation);
  return { habits, ...heard };
}

function placeOf(job: Job): LearnPlace {
  return job.ref as unknown as LearnPlace;
}
