import { Agent, request } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
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

const firstDelayMs = 50;
const longestDelayMs = 2_000;
const answerTimeoutMs = 60_000;
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
  #ready: Lane[] = [];
  #active = 0;
  #stopped = false;

  constructor(world: World, queue: UpdateQueue, target: WebhookTarget) {
    this.#world = world;
    this.#queue = queue;
    this.target = target;
    this.#url = new URL(target.url);
    const options = { keepAlive: true };
    this.#agent =
      this.#url.protocol === 'https:'
        ? new SecureAgent({ ...options, rejectUnauthorized: false })
        : new Agent(options);
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
    this.#agent.destroy();
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

  #send(body: string, done: (error: string | undefined, retryAfterMs?: number) => void): void {
    let settled = false;
    const settle = (error: string | undefined, retryAfterMs?: number) => {
      if (settled) return;
      settled = true;
      done(error, retryAfterMs);
    };
    const headers: Record<string, string | number> = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    if (this.target.secretToken !== undefined)
      headers['x-telegram-bot-api-secret-token'] = this.target.secretToken;
    const open = this.#url.protocol === 'https:' ? secureRequest : request;
    const outgoing = open(this.#url, { method: 'POST', agent: this.#agent, headers }, (answer) => {
      const code = answer.statusCode ?? 0;
      answer.resume();
      answer.once('close', () => settle('Connection closed'));
      answer.once('end', () => {
        if (code >= 200 && code < 300) return settle(undefined);
        const seconds = Number(answer.headers['retry-after']);
        settle(
          `Wrong response from the webhook: ${code} ${answer.statusMessage ?? ''}`.trim(),
          seconds > 0 ? Math.min(seconds, 3600) * 1000 : undefined,
        );
      });
    });
    outgoing.setTimeout(answerTimeoutMs, () => outgoing.destroy(new Error('Read timeout expired')));
    outgoing.once('error', (error: NodeJS.ErrnoException) =>
      settle(error.code === 'ECONNREFUSED' ? 'Connection refused' : error.message),
    );
    outgoing.end(body);
  }

  #failed(message: string): void {
    this.lastError = { date: this.#world.date(), message };
    this.#world.wake();
  }
}
