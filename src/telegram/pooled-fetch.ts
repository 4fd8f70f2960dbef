import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';

/** The answer was no JSON of the Bot API: something in between spoke. */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer';
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status} without a Bot API answer`);
    this.status = status;
  }
}

/**
 * One pool for the whole process. The callers bound what is in flight (a long poll each, 200 sends); time limits are
 * the client's own, so undici's are off.
 */
const pool = new Agent({
  keepAliveTimeout: 20_000,
  headersTimeout: 0,
  bodyTimeout: 0,
  connect: { timeout: 10_000 },
});

/** How the client reaches Telegram: what grammY's client asks of its fetch, and no more. */
export type Fetch = (
  url: string,
  init: {
    method?: string;
    headers?: Record<string, string>;
    /** A stream when files are uploaded with the call. */
    body?: string | Readable;
    signal?: EventTarget & { aborted: boolean };
  },
) => Promise<{ status: number; json(): Promise<unknown> }>;

/**
 * A fetch for grammY's client over a keep-alive pool: about four times the calls per second of its default. grammY
 * hands over node-fetch style options with a shimmed AbortSignal and reads nothing but `json()`.
 */
export const pooledFetch: Fetch = async (url, init) => {
  const abort = new AbortController();
  const giveUp = () => abort.abort();
  init.signal?.addEventListener('abort', giveUp, { once: true });
  // It may have been given up while the client made the request.
  if (init.signal?.aborted) giveUp();
  try {
    const response = await request(url, {
      dispatcher: pool,
      method: 'POST',
      headers: init.headers ?? {},
      body: init.body ?? null,
      signal: abort.signal,
    });
    const answer = parseAnswer(await response.body.text());
    if (answer === undefined) throw new ForeignAnswer(response.statusCode);
    return { status: response.statusCode, json: () => Promise.resolve(answer) };
  } finally {
    init.signal?.removeEventListener('abort', giveUp);
  }
};

function parseAnswer(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'ok' in value ? value : undefined;
  } catch {
    return undefined;
  }
}
