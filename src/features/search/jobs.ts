import type { JobKind } from '#src/jobs/job-kind.ts';
import type { Job } from '#src/jobs/job.ts';
import { schedule } from '#src/jobs/schedule.ts';
import { queryText } from './queries/query-rows.ts';
import { findHits } from './queries/find-hits.ts';
import type { Found } from './hit.ts';
import { catchUp } from './services/index-texts.ts';
import { sayFailed, sayFound } from './services/say-found.ts';
import { type FindRef, jobs } from './services/start-search.ts';

/** What one step of indexing takes. */
const stepSize = 64;

/** Finds what was looked for, off the event loop, and says it. */
export const findKind: JobKind = {
  kind: jobs.find,
  late: 'once',
  async prepare(job, { read, readLong }): Promise<Prepared | undefined> {
    const { queryId, page } = refOf(job);
    const text = await read((reader) => queryText(reader, queryId));
    return text === undefined
      ? undefined
      : { text, found: await readLong(findHits, { text, page }) };
  },
  async run(tx, job, services, prepared) {
    if (prepared) await sayFound(tx, refOf(job), prepared as Prepared, services);
  },
  async onFailed(tx, job, services) {
    await sayFailed(tx, refOf(job).place, services);
  },
};

/** Indexes what a search did not wait for. */
export const indexKind: JobKind = {
  kind: jobs.index,
  late: 'once',
  async run(tx, _job, services) {
    if (await catchUp(tx, services, stepSize)) return;
    const now = services.clock.now();
    await schedule(tx, { kind: jobs.index, key: '', dueAt: now }, now);
  },
};

interface Prepared {
  readonly text: string;
  readonly found: Found;
}

function refOf(job: Job): FindRef {
  return job.ref as unknown as FindRef;
}
