import type { OwnProbe } from '#src/core/llm.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import type { Job } from '#src/jobs/job.ts';
import type { OwnKeyId } from './own-key.ts';
import type { AgreedSource } from './ports.ts';
import { cancelKey, jobs } from './services/set-up-key.ts';
import { giveUpTry, settleTry, tryKey } from './services/try-key.ts';

/** Tries a key out, beside the tenant's other work. */
export function testKind(agreed: AgreedSource): JobKind {
  return {
    kind: jobs.test,
    late: 'once',
    apart: true,
    async prepare(job, preparation): Promise<OwnProbe | undefined> {
      return await tryKey(idOf(job), preparation);
    },
    async run(tx, job, services, prepared) {
      if (prepared) await settleTry(tx, idOf(job), prepared as OwnProbe, agreed, services);
    },
    async onFailed(tx, job, services) {
      await giveUpTry(tx, idOf(job), services);
    },
  };
}

/** A key that nobody finished setting up is deleted. */
export const forgetKind: JobKind = {
  kind: jobs.forget,
  late: 'once',
  async run(tx, job) {
    await cancelKey(tx, idOf(job));
  },
};

function idOf(job: Job): OwnKeyId {
  return (job.ref as { id: OwnKeyId }).id;
}
