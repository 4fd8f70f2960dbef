import { ApiError, tooManyRequests } from './api-error.ts';
import type { Fault } from './screen.ts';

/** What befalls one call. */
export interface Verdict {
  /** Waits before anything else. */
  delayMs: number;
  fate: 'none' | 'bad_gateway' | 'drop_before' | 'drop_after';
  /** Answered instead of carrying the call out. */
  error: ApiError | undefined;
}

const untouched: Verdict = { delayMs: 0, fate: 'none', error: undefined };

/**
 * The faults to play, first come first served. One without a method hits every method but getUpdates, because a poller
 * that happens to wait would use it up. Slowness adds to whatever follows it.
 */
export class Faults {
  #list: (Fault & { left: number })[] = [];

  add(fault: Fault): void {
    this.#list.push({ ...fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#list = [];
  }

  /** Takes what applies to this call off the list. */
  take(method: string, botId: number, chatId: unknown): Verdict {
    if (this.#list.length === 0) return untouched;
    let delayMs = 0;
    for (const fault of this.#list) {
      if (!applies(fault, method, botId, chatId)) continue;
      fault.left -= 1;
      if (fault.left <= 0) this.#list = this.#list.filter((other) => other !== fault);
      if (fault.fault === 'slow') delayMs += fault.ms ?? 1_000;
      else return verdict(fault, delayMs);
    }
    return { ...untouched, delayMs };
  }
}

function applies(fault: Fault, method: string, botId: number, chatId: unknown): boolean {
  if (fault.method === undefined ? method === 'getUpdates' : fault.method !== method) return false;
  if (fault.bot !== undefined && fault.bot !== botId) return false;
  return fault.chat === undefined || String(fault.chat) === String(chatId);
}

function verdict(fault: Fault, delayMs: number): Verdict {
  switch (fault.fault) {
    case 'flood':
      return { delayMs, fate: 'none', error: tooManyRequests(fault.retryAfter ?? 1) };
    case 'error': {
      const code = fault.code ?? 500;
      const text = fault.description ?? 'Internal Server Error';
      const parameters =
        fault.retryAfter === undefined ? undefined : { retry_after: fault.retryAfter };
      return { delayMs, fate: 'none', error: new ApiError(code, text, parameters) };
    }
    case 'slow':
      return { ...untouched, delayMs };
    default:
      return { delayMs, fate: fault.fault, error: undefined };
  }
}
