import { AppError } from '#src/core/errors.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';

/** Job kinds by name, from all features. Throws when two of them claim the same. */
export function collectKinds(
  features: readonly { readonly name: string; readonly jobKinds?: readonly JobKind[] }[],
): ReadonlyMap<string, JobKind> {
  const kinds = new Map<string, JobKind>();
  for (const feature of features) {
    for (const kind of feature.jobKinds ?? []) {
      if (kinds.has(kind.kind)) {
        throw new AppError(
          'jobs.duplicate-kind',
          'bug',
          `Two features give the job kind "${kind.kind}"; rename the one of "${feature.name}".`,
        );
      }
      kinds.set(kind.kind, kind);
    }
  }
  return kinds;
}
