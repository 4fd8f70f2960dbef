/** Something that befalls requests. */
export interface StripeFault {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Beginning of the path, such as `/v1/checkout/sessions`. Absent: any. */
  readonly path?: string;
  /**
   * `error`: answered with `status` (500 unless given). `hang`: no answer until the fake is closed. `reset`: the
   * connection is cut. `slow`: answered after `ms`.
   */
  readonly fault: 'error' | 'hang' | 'reset' | 'slow';
  readonly status?: number;
  /** What the error says; words like Stripe's unless given. */
  readonly message?: string;
  /** Seconds, with a 429. */
  readonly retryAfter?: number;
  /** True: Stripe has done the thing before it fails to say so. */
  readonly after?: boolean;
  /** True: the failure stands under the request's idempotency key for a day, as Stripe's own failures do. */
  readonly kept?: boolean;
  readonly ms?: number;
  /** How many requests it befalls; 1 unless given. */
  readonly times?: number;
}

/** Faults to play, first come first served. Slowness adds to whatever follows it. */
export class StripeFaults {
  #list: { fault: StripeFault; left: number }[] = [];

  add(fault: StripeFault): void {
    this.#list.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#list = [];
  }

  /** Takes what applies to this request off the list. */
  take(method: string, path: string): { delayMs: number; fault: StripeFault | undefined } {
    let delayMs = 0;
    for (const each of this.#list) {
      const { fault } = each;
      if (fault.method !== undefined && fault.method !== method) continue;
      if (fault.path !== undefined && !path.startsWith(fault.path)) continue;
      each.left -= 1;
      if (each.left <= 0) this.#list = this.#list.filter((other) => other !== each);
      if (fault.fault !== 'slow') return { delayMs, fault };
      delayMs += fault.ms ?? 1000;
    }
    return { delayMs, fault: undefined };
  }
}
