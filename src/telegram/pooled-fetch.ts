import type { Readable } from 'node:stream';
import { Agent, type Dispatcher, errors } from 'undici';

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
  const { origin, pathname, search } = new URL(url);
  const answer = new Answer();
  const giveUp = () => answer.giveUp();
  init.signal?.addEventListener('abort', giveUp, { once: true });
  // It may have been given up while the client made the request.
  if (init.signal?.aborted) giveUp();
  try {
    const { headers = {}, body = null } = init;
    const path = pathname + search;
    pool.dispatch({ origin, path, method: 'POST', headers, body }, answer);
    const { status, text } = await answer.read;
    const json = parseAnswer(text);
    if (json === undefined) throw new ForeignAnswer(status);
    return { status, json: () => Promise.resolve(json) };
  } finally {
    init.signal?.removeEventListener('abort', giveUp);
  }
};

/** An answer of the Bot API is small and read whole: a stream for each would cost more than the call. */
class Answer implements Dispatcher.DispatchHandler {
  readonly #read = Promise.withResolvers<{ status: number; text: string }>();
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #request: Dispatcher.DispatchController | null = null;
  #givenUp: Error | null = null;

  get read(): Promise<{ status: number; text: string }> {
    return this.#read.promise;
  }

  /** Ends the request, or lets it end once it begins. */
  giveUp(): void {
    this.#givenUp = new errors.RequestAbortedError();
    this.#read.reject(this.#givenUp);
    this.#request?.abort(this.#givenUp);
  }

  onRequestStart(request: Dispatcher.DispatchController): void {
    this.#request = request;
    if (this.#givenUp) request.abort(this.#givenUp);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#read.resolve({ status: this.#status, text: Buffer.concat(this.#chunks).toString() });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#read.reject(error);
  }
}

function parseAnswer(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'ok' in value ? value : undefined;
  } catch {
    return undefined;
  }
}
