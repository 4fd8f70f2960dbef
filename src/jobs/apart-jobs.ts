import type { JobId, TenantId } from '#src/core/ids.ts';
import type { PreparedJob } from '#src/jobs/run-due.ts';
import type { Job } from '#src/jobs/job.ts';

/** Jobs of one tenant that are prepared beside its other work at one time. */
const mostApart = 64;

interface Apart {
  /** Being prepared, or prepared and not run yet. */
  readonly ids: Set<JobId>;
  ready: PreparedJob[];
}

/**
 * Jobs whose preparation runs beside their tenant's other work (`JobKind.apart`). Only this program knows of them: for the
 * file they wait, and after a restart they are prepared anew.
 */
export class ApartJobs {
  readonly #tenants = new Map<TenantId, Apart>();
  readonly #running = new Set<Promise<void>>();

  /** Begins a job's preparation; `onEnd` once it is ready to be run, or failed for reasons that are not its own. */
  begin(
    tenantId: TenantId,
    job: Job,
    prepare: () => Promise<PreparedJob>,
    onEnd: () => void,
  ): void {
    const apart = this.#tenants.get(tenantId) ?? { ids: new Set(), ready: [] };
    this.#tenants.set(tenantId, apart);
    apart.ids.add(job.id);
    const running = prepare()
      .then(
        (prepared) => void apart.ready.push(prepared),
        // The program stops, or the file was let go of: the job is where it was.
        () => this.#forget(tenantId, apart, [job.id]),
      )
      .finally(() => {
        this.#running.delete(running);
        onEnd();
      });
    this.#running.add(running);
  }

  /** Jobs of a tenant that are not to be taken up; `full`: nor may any other be begun. */
  of(tenantId: TenantId): { readonly ids: readonly JobId[]; readonly full: boolean } {
    const ids = this.#tenants.get(tenantId)?.ids ?? new Set();
    return { ids: [...ids], full: ids.size >= mostApart };
  }

  /** Those that are prepared, to be run now. */
  takeReady(tenantId: TenantId): readonly PreparedJob[] {
    const apart = this.#tenants.get(tenantId);
    if (!apart) return [];
    const { ready } = apart;
    apart.ready = [];
    const ids = ready.map(({ job }) => job.id);
    this.#forget(tenantId, apart, ids);
    return ready;
  }

  /** Resolves when every preparation has ended. */
  async end(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #forget(tenantId: TenantId, apart: Apart, ids: readonly JobId[]): void {
    for (const id of ids) apart.ids.delete(id);
    if (apart.ids.size === 0) this.#tenants.delete(tenantId);
  }
}
