import type { TenantId } from '#src/core/ids.ts';
import type { Share } from '#src/core/share.ts';

/** When a tenant's next work is due (epoch ms). */
export interface DueTenant {
  readonly tenantId: TenantId;
  readonly dueAt: number;
}

/** A change of the due time that the control file keeps for a tenant. */
export interface DueChange {
  readonly tenantId: TenantId;
  readonly dueAt: number | null;
  /**
   * `forward`: only when that is earlier than what stands there. `settle`: in place of `expected`, or of anything where
   * that is not known; what another process has put there meanwhile stays.
   */
  readonly how: 'forward' | 'settle';
  readonly expected?: number | null | undefined;
}

/**
 * The due times in the control file. Kept apart from ControlStore so that nobody but the due index writes them; they
 * are no change of the tenant's record. Only tenants that may work are found: active, not quarantined, created.
 */
export interface DueTimes {
  /** Tenants of a share whose work was due at this time, longest due first. */
  dueBefore(now: number, limit: number, share: Share): Promise<DueTenant[]>;
  /** The first due time of a share after this one. */
  nextDueAfter(now: number, share: Share): Promise<number | null>;
  /** Makes all these changes in one transaction. */
  writeDue(changes: readonly DueChange[]): Promise<void>;
}
