import { patient, UnwrittenAnswers, type Work } from '#src/core/unwritten-answers.ts';
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
import type { Asked } from './services/ask-model.ts';
import { type Heard, learnByModel, type Recall } from './services/learn-by-model.ts';

/** What `prepare` found out. */
type Prepared = Learnt & Heard;

/**
 * Reads the creator's last replies and shows what they say of how the creator writes. What a model answered counts for the
 * next try where it cannot be written down by this one.
 */
export function createLearnKind(): JobKind {
  const unwritten = new UnwrittenAnswers<Asked>(patient);
  return {
    kind: learnJob,
    late: 'once',
    apart: true,
    async prepare(job, preparation): Promise<Prepared> {
      const work: Work = [preparation.tenantId, job.id];
      const prepared = await learn(preparation, {
        offer: (question) => unwritten.offer(work, question),
        keep: (question, asked) =>
          unwritten.keep(work, question, asked, preparation.services.clock),
      });
      const { provider, silence } = prepared.byModel;
      if (provider === null && silence !== 'nothing') unwritten.forget(work);
      return prepared;
    },
    async run(tx, job, services, prepared) {
      tx.afterCommit(() => unwritten.forget([tx.tenantId, job.id]));
      const { habits, byModel, standing, ownOutcome } = prepared as Prepared;
      if (standing) await tellUsage(tx, standing, services);
      if (ownOutcome) await noteOwnOutcome(tx, ownOutcome, services);
      await showLearnt(tx, { habits, byModel }, placeOf(job), services);
    },
    async onFailed(tx, job, services) {
      unwritten.forget([tx.tenantId, job.id]);
      await sayNotLearnt(tx, placeOf(job), services);
    },
  };
}

/** Where there is too little to be asked about. */
const nothing: Heard = {
  byModel: { lines: [], provider: null, silence: null },
  standing: null,
  ownOutcome: null,
};

async function learn(preparation: Preparation, recall: Recall): Promise<Prepared> {
  const habits = await preparation.readLong(ownHabits, null);
  const heard = habits.replies < leastReplies ? nothing : await learnByModel(preparation, recall);
  return { habits, ...heard };
}

function placeOf(job: Job): LearnPlace {
  return job.ref as unknown as LearnPlace;
}
