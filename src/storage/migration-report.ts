import type { TenantId } from '#src/core/ids.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { type StopReason, stopReason } from '#src/storage/rollout.ts';

/** A tenant whose file could not be migrated; it stands still until it can. */
export interface MigrationFailure {
  readonly tenantId: TenantId;
  readonly slug: string;
  /** An AppError code, as in the tenant's `quarantine`. */
  readonly code: string;
  readonly message: string;
}

/** How it went for one tenant: the number of its schema now; `destroyed`: its key is, and with that its data. */
export type MigrationOutcome = number | 'destroyed' | MigrationFailure;

/** What a migration of all tenants did; tenants stand in the order of the roll-out. */
export interface MigrationReport {
  readonly newest: number;
  /** Tenants with nothing to do; deleted ones whose key is destroyed among them. */
  readonly upToDate: number;
  readonly migrated: readonly TenantId[];
  /** Tenants that were in quarantine and work again. */
  readonly released: readonly TenantId[];
  readonly failed: readonly MigrationFailure[];
  /** Why it ended early; undefined when every tenant was tried. */
  readonly stopped: StopReason | undefined;
  readonly notTried: number;
}

/** Takes down the outcomes of a roll-out as they come, and says when to stop. */
export class RolloutTally {
  readonly #pending: readonly TenantRecord[];
  readonly #planned: number;
  readonly #outcomes = new Map<TenantId, MigrationOutcome>();
  #newFailures = 0;
  #stopped: StopReason | undefined;

  constructor(pending: readonly TenantRecord[]) {
    this.#pending = pending;
    this.#planned = pending.filter(isHealthy).length;
  }

  /** Why nobody else is to be tried. Once there is a reason, it stays. */
  get stopped(): StopReason | undefined {
    return this.#stopped;
  }

  get tried(): number {
    return this.#outcomes.size;
  }

  /** Takes down one outcome. */
  add(record: TenantRecord, outcome: MigrationOutcome): void {
    this.#outcomes.set(record.tenantId, outcome);
    if (typeof outcome === 'object' && isHealthy(record)) this.#newFailures += 1;
    this.#stopped ??= stopReason({
      planned: this.#planned,
      tried: this.tried,
      failed: this.#newFailures,
    });
  }

  /** The report on what was taken down. */
  report({ newest, upToDate }: Pick<MigrationReport, 'newest' | 'upToDate'>): MigrationReport {
    const outcomeOf = ({ tenantId }: TenantRecord) => this.#outcomes.get(tenantId);
    const migrated = this.#pending.filter((record) => typeof outcomeOf(record) === 'number');
    const outcomes = this.#pending.map(outcomeOf);
    return {
      newest,
      upToDate: upToDate + outcomes.filter((outcome) => outcome === 'destroyed').length,
      migrated: migrated.filter(isHealthy).map(({ tenantId }) => tenantId),
      released: migrated.filter((record) => !isHealthy(record)).map(({ tenantId }) => tenantId),
      failed: outcomes.filter((outcome) => typeof outcome === 'object'),
      stopped: this.#stopped,
      notTried: this.#pending.length - this.tried,
    };
  }
}

function isHealthy(record: TenantRecord): boolean {
  return record.quarantine === null;
}
