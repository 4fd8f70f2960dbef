import { Agent } from 'undici';
import { guardedLookup } from './guarded-lookup.ts';
import type { Way } from './limited-fetch.ts';

/** Connections to providers, kept open between calls. */
export interface Ways {
  readonly providers: Way;
  /** To creators' own endpoints; connects to public addresses only, unless all are allowed. */
  readonly own: Way;
  close(): Promise<void>;
}

/** Time limits are the callers', so undici's are off. HTTP/1.1: a call that is given up ends its connection, too. */
const options = {
  keepAliveTimeout: 20_000,
  headersTimeout: 0,
  bodyTimeout: 0,
  allowH2: false,
} as const;
const connectMs = 4_000;

/** Makes the pools. `answerBytes`: the longest answer that is read. */
export function openWays(answerBytes: number, allowPrivateUrls: boolean): Ways {
  const providers = new Agent({ ...options, connect: { timeout: connectMs } });
  const own = new Agent({
    ...options,
    connect: allowPrivateUrls
      ? { timeout: connectMs }
      : { timeout: connectMs, lookup: guardedLookup() },
  });
  return {
    providers: { dispatcher: providers, answerBytes },
    own: { dispatcher: own, answerBytes },
    async close() {
      await Promise.all([providers.destroy(), own.destroy()]);
    },
  };
}
