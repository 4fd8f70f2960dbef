import { Ids } from '../ids.ts';
import type { FakeEvent, WebhookEndpoint } from '../objects/event.ts';
import type { World } from '../world.ts';
import { bodyAndSignature, type DeliveryTwist, type TwistName } from './twist.ts';

/** One try to deliver an event. */
export interface DeliveryTry {
  readonly event: string;
  readonly type: string;
  readonly twist: TwistName | undefined;
  /** What the endpoint answered; 0: nothing. */
  readonly status: number;
}

interface Delivery {
  readonly event: FakeEvent;
  readonly endpoint: WebhookEndpoint;
  failures: number;
}

const firstDelayMs = 50;
const longestDelayMs = 2_000;
const answerTimeoutMs = 20_000;
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Delivers events one after another and again until they are taken. Nothing ever leaves this machine. */
export class Deliveries {
  readonly tries: DeliveryTry[] = [];
  readonly #world: World;
  /** Epoch ms with which deliveries are signed. */
  readonly #signedAt: () => number;
  readonly #timers = new Set<NodeJS.Timeout>();
  #queue: Delivery[] = [];
  #held: Delivery[] = [];
  #twists: { twist: DeliveryTwist; left: number }[] = [];
  #holding = false;
  #sending = false;
  #closed = false;
  #waiters: (() => void)[] = [];
  #detour: string | undefined;

  constructor(world: World, signedAt: () => number) {
    this.#world = world;
    this.#signedAt = signedAt;
  }

  /** Events that nobody has been sent yet because they are held back, oldest first. */
  get held(): readonly FakeEvent[] {
    return this.#held.map((delivery) => delivery.event);
  }

  /** Takes an event on for every endpoint that wants it. */
  take(event: FakeEvent): void {
    for (const endpoint of this.#world.book.endpoints.values()) {
      if (!wants(endpoint, event.type)) continue;
      event.pending_webhooks += 1;
      (this.#holding ? this.#held : this.#queue).push({ event, endpoint, failures: 0 });
    }
    void this.#pump();
  }

  /** From now on nothing is sent until `deliver` or `release`. */
  hold(): void {
    this.#holding = true;
  }

  /** Sends what was held back, and from now on everything at once. */
  async release(): Promise<void> {
    this.#holding = false;
    await this.deliver();
  }

  /**
   * Sends what was held back, in the order in which it happened unless another one is asked for, and waits until it has
   * been taken. `only` leaves the rest where it is.
   */
  async deliver(
    how: { shuffle?: number; reverse?: boolean; only?: (event: FakeEvent) => boolean } = {},
  ): Promise<void> {
    const { only } = how;
    const chosen = this.#held.filter(({ event }) => only?.(event) ?? true);
    this.#held = this.#held.filter((delivery) => !chosen.includes(delivery));
    if (how.reverse === true) chosen.reverse();
    this.#queue.push(...(how.shuffle === undefined ? chosen : shuffled(chosen, how.shuffle)));
    void this.#pump();
    await this.settled();
  }

  /** Sends an event once more, whatever became of it, as the Dashboard's Resend does. */
  async resend(event: FakeEvent): Promise<void> {
    for (const endpoint of this.#world.book.endpoints.values())
      if (endpoint.status === 'enabled') this.#queue.push({ event, endpoint, failures: 0 });
    void this.#pump();
    await this.settled();
  }

  /** Forgets what waits or is held back, as Stripe does after three days. */
  giveUp(): void {
    this.#queue = [];
    this.#held = [];
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#wake();
  }

  twist(twist: DeliveryTwist): void {
    this.#twists.push({ twist, left: twist.times ?? 1 });
  }

  /** Sends everything there, whatever the endpoints' URLs are. Undefined: to the URLs. */
  detour(url: string | undefined): void {
    this.#detour = url;
  }

  /** Resolves once nothing waits but what is held back; rejects after `timeoutMs`. */
  async settled(timeoutMs = 10_000): Promise<void> {
    if (this.#idle) return;
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      const last = this.tries.at(-1);
      late.reject(
        new Error(
          `Events are not taken: ${this.#queue.length + this.#timers.size} wait, the last try was ${last?.type ?? 'none'} with status ${last?.status ?? 0}.`,
        ),
      );
    }, timeoutMs);
    const done = new Promise<void>((resolve) => this.#waiters.push(resolve));
    await Promise.race([done, late.promise]).finally(() => clearTimeout(timer));
  }

  close(): void {
    this.#closed = true;
    this.giveUp();
  }

  get #idle(): boolean {
    return this.#closed || (!this.#sending && this.#queue.length === 0 && this.#timers.size === 0);
  }

  #wake(): void {
    if (!this.#idle) return;
    for (const waiter of this.#waiters.splice(0)) waiter();
  }

  async #pump(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let next = this.#queue.shift(); next && !this.#closed; next = this.#queue.shift())
      await this.#play(next);
    this.#sending = false;
    this.#wake();
  }

  async #play(delivery: Delivery): Promise<void> {
    const twist = this.#twistFor(delivery.event.type);
    if (twist?.twist === 'drop') return this.#log(delivery, 'drop', 0);
    if (twist?.twist === 'delay') return this.#later(delivery, twist.ms ?? 100);
    if (twist?.twist === 'duplicate') await this.#send(delivery, undefined);
    const status = await this.#send(delivery, twist?.twist);
    this.#log(delivery, twist?.twist, status);
    if (status >= 200 && status < 300) {
      delivery.event.pending_webhooks = Math.max(0, delivery.event.pending_webhooks - 1);
      return;
    }
    delivery.failures += 1;
    this.#later(delivery, Math.min(firstDelayMs * 2 ** delivery.failures, longestDelayMs));
  }

  #log(delivery: Delivery, twist: TwistName | undefined, status: number): void {
    this.tries.push({ event: delivery.event.id, type: delivery.event.type, twist, status });
  }

  #later(delivery: Delivery, ms: number): void {
    if (this.#closed) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#queue.push(delivery);
      void this.#pump();
    }, ms);
    this.#timers.add(timer);
  }

  async #send(delivery: Delivery, twist: TwistName | undefined): Promise<number> {
    const url = new URL(this.#detour ?? delivery.endpoint.url);
    if (!loopback.test(url.hostname)) return 0;
    const secrets = this.#world.book.secrets.get(delivery.endpoint.id) ?? [];
    const event = {
      ...delivery.event,
      api_version: delivery.endpoint.api_version ?? delivery.event.api_version,
    };
    const { body, signature } = bodyAndSignature(event, secrets, this.#signedAt(), twist);
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature,
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        },
        redirect: 'manual',
        signal: AbortSignal.timeout(answerTimeoutMs),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }

  #twistFor(type: string): DeliveryTwist | undefined {
    const found = this.#twists.find(({ twist }) => type.startsWith(twist.type ?? ''));
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#twists = this.#twists.filter((each) => each !== found);
    return found.twist;
  }
}

function wants(endpoint: WebhookEndpoint, type: string): boolean {
  return (
    endpoint.status === 'enabled' &&
    (endpoint.enabled_events.includes('*') || endpoint.enabled_events.includes(type))
  );
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const ids = new Ids(seed);
  const left = [...list];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(ids.below(left.length), 1));
  return order;
}
