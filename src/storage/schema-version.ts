import { AppError } from '#src/core/errors.ts';
import type { Migration } from '#src/storage/migration.ts';

/** A step as the file itself remembers it. */
export interface AppliedStep {
  readonly number: number;
  readonly kind: 'additive' | 'breaking';
}

/** How a file's schema stands to the one this program knows. */
export type SchemaStanding = 'current' | 'older' | 'newer';

/**
 * `newer`: a step ran that this program does not know and that breaks programs which do not know it. `older`: a step of
 * ours has not run yet. Unknown additive steps do not matter.
 */
export function schemaStanding(
  applied: readonly AppliedStep[],
  known: readonly Migration[],
): SchemaStanding {
  const knownNumbers = new Set(known.map((migration) => migration.number));
  if (applied.some((step) => step.kind === 'breaking' && !knownNumbers.has(step.number)))
    return 'newer';
  return pendingSteps(applied, known).length > 0 ? 'older' : 'current';
}

/** The steps that have not run on the file yet, in order. */
export function pendingSteps(
  applied: readonly AppliedStep[],
  known: readonly Migration[],
): readonly Migration[] {
  const ran = new Set(applied.map((step) => step.number));
  return known.filter((migration) => !ran.has(migration.number));
}

/** The number of the newest step in a list; 0 for none. */
export function newestNumber(steps: readonly { readonly number: number }[]): number {
  return steps.reduce((newest, step) => Math.max(newest, step.number), 0);
}

/** Throws `storage.newer` or `storage.older` unless the file can be used as it is. */
export function assertUsable(standing: SchemaStanding): void {
  if (standing === 'newer') throw newerSchema();
  if (standing === 'older') {
    throw new AppError(
      'storage.older',
      'permanent',
      'The file has not been migrated yet. Run migrate.',
    );
  }
}

/** The error for a file that a newer program has changed in a way this one cannot read. */
export function newerSchema(): AppError {
  return new AppError(
    'storage.newer',
    'permanent',
    'The file needs a newer version of this program.',
  );
}
