import { nextRunAt } from '#src/jobs/job-queries.ts';
import { longQuery } from '#src/storage/long-query.ts';

/** When a tenant's next job is to be tried (epoch ms); null when none waits. */
export const nextRun = longQuery(import.meta.url, 'nextRun', (reader) => nextRunAt(reader));
