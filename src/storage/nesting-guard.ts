import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';

interface Call {
  readonly tenantId: TenantId;
  readonly outer: Call | undefined;
  active: boolean;
}

/**
 * Knows which tenants' files the running code already holds. A call for the same tenant inside a call would wait for
 * itself for ever; it throws `storage.nested` instead. What a finished call has left running (timers, loops) is free again.
 */
export class NestingGuard {
  readonly #calls = new AsyncLocalStorage<Call>();

  /** Throws when called from inside a call, for this tenant or, without one, for any. */
  assertOutside(tenantId?: TenantId): void {
    for (let call = this.#calls.getStore(); call; call = call.outer) {
      if (!call.active || (tenantId !== undefined && call.tenantId !== tenantId)) continue;
      throw new AppError(
        'storage.nested',
        'bug',
        'Pass the Reader or Tx on; do not open another inside it.',
      );
    }
  }

  /** Runs `work` as one call for this tenant. */
  async within<T>(tenantId: TenantId, work: () => Promise<T>): Promise<T> {
    const current = this.#calls.getStore();
    const call: Call = { tenantId, outer: current?.active ? current : undefined, active: true };
    try {
      return await this.#calls.run(call, work);
    } finally {
      call.active = false;
    }
  }
}
