import type { IncomingHttpHeaders } from 'node:http';
import { Agent, type Dispatcher } from 'undici';
import type { World } from '../world.ts';
import type { PendingUpdate, UpdateQueue } from './queue.ts';

/** Where updates go. */
export interface WebhookTarget {
  url: string;
  secretToken: string | undefined;
  maxConnections: number;
}

interface Lane {
  chatId: number;
  updates: PendingUpdate[];
  /** Failures of the first update in a row. */
  failures: number;
}

/** Hears how a delivery ended: nothing for 2xx, or what went wrong and when the webhook wants to be asked again. */
type Done = (error: string | undefined, retryAfterMs?: number) => void;

const firstDelayMs = 50;
const longestDelayMs = 2_000;
const answerTimeoutMs = 60_000;
/** What getWebhookInfo says of what the wire did. */
const sayings: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  UND_ERR_SOCKET: 'Connection closed',
  UND_ERR_HEADERS_TIMEOUT: 'Read timeout expired',
  UND_ERR_BODY_TIMEOUT: 'Read timeout expired',
};
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** True for an address on this machine, the only ones the sandbox ever calls. */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/**
 * Delivers as Telegram does: a chat's updates in order and one at a time, chats in parallel, anything but 2xx again after
 * a growing delay while later ones of that chat wait. Delays are shorter than the real ones (there: 2, 4, ... 120 s).
 */
export class WebhookDelivery {
  readonly target: WebhookTarget;
  lastError: { date: number; message: string } | undefined;
  readonly #world: World;
  readonly #queue: UpdateQueue;
  readonly #lanes = new Map<number, Lane>();
  readonly #url: URL;
  readonly #agent: Agent;
  readonly #headers: Record<string, string>;
  #ready: Lane[] = [];
  #active = 0;
  #stopped = false;

  constructor(world: World, queue: UpdateQueue, target: WebhookTarget) {
    this.#world = world;
    this.#queue = queue;
    this.target = target;
    this.#url = new URL(target.url);
    this.#agent = new Agent({
      connections: target.maxConnections,
      headersTimeout: answerTimeoutMs,
      bodyTimeout: answerTimeoutMs,
      connect: { rejectUnauthorized: false },
    });
    this.#headers = {
      'content-type': 'application/json',
      ...(target.secretToken === undefined
        ? {}
        : { 'x-telegram-bot-api-secret-token': target.secretToken }),
    };
  }

  add(update: PendingUpdate): void {
    if (!isLoopback(this.#url.hostname)) {
      this.#failed('Connection timed out');
      return;
    }
    const lane = this.#lanes.get(update.chatId);
    if (lane !== undefined) {
      lane.updates.push(update);
      return;
    }
    const fresh = { chatId: update.chatId, updates: [update], failures: 0 };
    this.#lanes.set(update.chatId, fresh);
    this.#ready.push(fresh);
    this.#pump();
  }

  /** Drops what waits; what is on its way still arrives. */
  clear(): void {
    for (const lane of this.#lanes.values()) lane.updates = [];
  }

  stop(): void {
    this.#stopped = true;
    void this.#agent.destroy();
  }

  #pump(): void {
    while (!this.#stopped && this.#active < this.target.maxConnections) {
      const lane = this.#ready.shift();
      if (lane === undefined) return;
      const update = this.#next(lane);
      if (update === undefined) this.#lanes.delete(lane.chatId);
      else this.#deliver(lane, update);
    }
  }

  #next(lane: Lane): PendingUpdate | undefined {
    for (let update = lane.updates[0]; update !== undefined; update = lane.updates[0]) {
      if (!this.#queue.expired(update)) return update;
      this.#queue.done(update);
      lane.updates.shift();
    }
    return undefined;
  }

  #deliver(lane: Lane, update: PendingUpdate): void {
    this.#active += 1;
    this.#send(JSON.stringify(update.json), (error, retryAfter) => {
      this.#active -= 1;
      if (error === undefined) {
        lane.failures = 0;
        if (lane.updates[0] === update) lane.updates.shift();
        this.#queue.done(update);
        this.#ready.push(lane);
      } else if (!this.#stopped) {
        this.#failed(error);
        const delay = retryAfter ?? Math.min(firstDelayMs * 2 ** lane.failures, longestDelayMs);
        lane.failures += 1;
        this.#world.later(delay, () => {
          this.#ready.push(lane);
          this.#pump();
        });
      }
      this.#pump();
    });
  }

  #send(body: string, done: Done): void {
    const { origin, pathname, search } = this.#url;
    const path = pathname + search;
    const headers = this.#headers;
    this.#agent.dispatch({ origin, path, method: 'POST', headers, body }, new WebhookAnswer(done));
  }

  #failed(message: string): void {
    this.lastError = { date: this.#world.date(), message };
    this.#world.wake();
  }
}

/** What a webhook answers counts by its status alone, once it is whole. */
class WebhookAnswer implements Dispatcher.DispatchHandler {
  readonly #done: Done;
  #status = 0;
  #text = '';
  #retryAfterSeconds = 0;

  constructor(done: Done) {
    this.#done = done;
  }

  onRequestStart(): void {}

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
    text?: string,
  ): void {
    this.#status = status;
    this.#text = text ?? '';
    this.#retryAfterSeconds = Number(headers['retry-after']);
  }

  onResponseData(): void {}

  onResponseEnd(): void {
    if (this.#status >= 200 && this.#status < 300) return this.#done(undefined);
    const seconds = this.#retryAfterSeconds;
    this.#done(
      `Wrong response from the webhook: ${this.#status} ${this.#text}`.trim(),
      seconds > 0 ? Math.min(seconds, 3600) * 1000 : undefined,
    );
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error & { code?: string }): void {
    this.#done(sayings[error.code ?? ''] ?? error.message);
  }
}
