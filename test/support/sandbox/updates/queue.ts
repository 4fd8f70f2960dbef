import { ApiError } from '../api-error.ts';
import type { Json } from '../state.ts';
import type { World } from '../world.ts';
import { WebhookDelivery, type WebhookTarget } from './webhook-delivery.ts';

/** An update that nobody has confirmed. */
export interface PendingUpdate {
  id: number;
  /** One chat's updates go out in order, one at a time. */
  chatId: number;
  /** Epoch milliseconds; Telegram forgets it then. */
  expires: number;
  json: Json;
}

interface Poll {
  fail(error: ApiError): void;
  finish(): void;
}

/** Everything but these is sent when no list was ever given (core.telegram.org/bots/api#getupdates). */
const optIn = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

const day = 86_400_000;
/** Taps are dropped after 150 s (tdlib/telegram-bot-api, Client.cpp). */
export const callbackLifeMs = 150_000;

/** The updates of one bot, and the one way in which they leave: a webhook or a poller. */
export class UpdateQueue {
  readonly #world: World;
  readonly #pending = new Map<number, PendingUpdate>();
  #nextId: number;
  #allowed: Set<string> | undefined;
  #poll: Poll | undefined;
  #webhook: WebhookDelivery | undefined;

  constructor(world: World) {
    this.#world = world;
    this.#nextId = world.random.integer(100_000_000, 900_000_000);
  }

  /** Puts an update in line, unless the bot did not ask for its type. */
  push(type: string, chatId: number, value: unknown): void {
    if (!this.accepts(type)) return;
    const id = this.#nextId;
    this.#nextId += 1;
    const life = type === 'callback_query' ? callbackLifeMs : day;
    const update = {
      id,
      chatId,
      expires: this.#world.now() + life,
      json: { update_id: id, [type]: value },
    };
    this.#pending.set(id, update);
    if (this.#webhook !== undefined) this.#webhook.add(update);
    else this.#poll?.finish();
    this.#world.wake();
  }

  accepts(type: string): boolean {
    return this.#allowed === undefined ? !optIn.has(type) : this.#allowed.has(type);
  }

  /** An empty list means the default set, an absent one the set before. */
  allow(types: readonly string[] | undefined): void {
    if (types !== undefined) this.#allowed = types.length === 0 ? undefined : new Set(types);
  }

  get allowedTypes(): string[] | undefined {
    return this.#allowed === undefined ? undefined : [...this.#allowed];
  }

  get size(): number {
    return this.#pending.size;
  }

  get isPolled(): boolean {
    return this.#poll !== undefined;
  }

  get webhook(): WebhookDelivery | undefined {
    return this.#webhook;
  }

  /** The oldest that are still due. */
  first(limit: number): Json[] {
    const out: Json[] = [];
    for (const update of this.#pending.values()) {
      if (this.expired(update)) this.done(update);
      else if (out.length < limit) out.push(update.json);
      else break;
    }
    return out;
  }

  /** Forgets everything below `offset`; a negative one keeps only that many of the newest. */
  confirm(offset: number): void {
    const below = offset < 0 ? this.#nextId + offset : offset;
    for (const id of this.#pending.keys()) {
      if (id >= below) break;
      this.#pending.delete(id);
    }
  }

  done(update: PendingUpdate): void {
    this.#pending.delete(update.id);
    this.#world.wake();
  }

  expired(update: PendingUpdate): boolean {
    return update.expires <= this.#world.now();
  }

  clear(): void {
    this.#pending.clear();
    this.#webhook?.clear();
  }

  /** Starts or stops delivery to a webhook. What waits stays in line. */
  setWebhook(target: WebhookTarget | undefined): void {
    this.#webhook?.stop();
    this.#webhook =
      target === undefined ? undefined : new WebhookDelivery(this.#world, this, target);
    if (this.#webhook !== undefined)
      for (const update of this.#pending.values()) this.#webhook.add(update);
  }

  /**
   * Waits for updates, at most `seconds`. A second poller makes the first one fail with 409. `onAbort` is told how to
   * give up when the caller has gone.
   */
  poll(limit: number, seconds: number, onAbort: (giveUp: () => void) => void): Promise<Json[]> {
    this.#poll?.fail(
      new ApiError(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    );
    const ready = this.first(limit);
    if (ready.length > 0 || seconds <= 0) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      const end = () => {
        cancel();
        if (this.#poll === poll) this.#poll = undefined;
      };
      const poll: Poll = {
        fail: (error) => {
          end();
          reject(error);
        },
        finish: () => {
          end();
          resolve(this.first(limit));
        },
      };
      const cancel = this.#world.later(seconds * 1000, () => poll.finish());
      this.#poll = poll;
      onAbort(() => {
        end();
        resolve([]);
      });
    });
  }

  close(): void {
    this.#webhook?.stop();
    this.#poll?.finish();
  }
}
