import type { TenantRecord } from '#src/storage/control-store.ts';

/** How many tenants tell first whether a new schema works at all. */
export const canaries = 5;

/** Why a roll-out was stopped. */
export type StopReason = 'first-all-failed' | 'too-many-failed';

/** How a roll-out stands; tenants that were quarantined before it began do not count. */
export interface RolloutCount {
  readonly planned: number;
  readonly tried: number;
  readonly failed: number;
}

/**
 * Whether to stop: the first five all failed, or at least five and more than one in a hundred did. Then the step is
 * bad, not the tenants.
 */
export function stopReason({ planned, tried, failed }: RolloutCount): StopReason | undefined {
  if (failed < canaries) return undefined;
  if (failed === tried && tried === canaries) return 'first-all-failed';
  return failed > planned / 100 ? 'too-many-failed' : undefined;
}

/** Whether a tenant's file must be opened at all: those up to date cost nothing. */
export function needsMigration(record: TenantRecord, newest: number): boolean {
  // Number 0: its creation has not ended, there is no file to migrate.
  if (record.schemaNumber === 0) return false;
  return record.quarantine !== null || record.schemaNumber < newest;
}

/** The order of a roll-out: healthy tenants first, so that old troubles neither stop it nor hide new ones. */
export function rolloutOrder(records: readonly TenantRecord[]): TenantRecord[] {
  const healthy = records.filter((record) => record.quarantine === null);
  const quarantined = records.filter((record) => record.quarantine !== null);
  return [...healthy, ...quarantined];
}
