import { Book } from './book.ts';
import { createFakeClock, type Due, type FakeClock } from './fake-clock.ts';
import { Ids } from './ids.ts';
import { type FakeEvent, newEvent } from './objects/event.ts';

/** What an account's settings decide, and what goes wrong there. Tests may change it at any time. */
export interface FakeSettings {
  /** Days between tries to take a payment that failed. */
  retryDays: number[];
  /** What becomes of a subscription after the last try. */
  afterRetries: 'cancel' | 'unpaid' | 'past_due';
  /** `requires_location_inputs`: renewals with automatic tax cannot be finalized. */
  tax: 'complete' | 'requires_location_inputs';
  /** Taxes in the invoices that are worked out and not kept; those that are kept have none. */
  taxOfPreviews: { percent: number; behavior: 'exclusive' | 'inclusive' } | null;
}

/** Somebody asked for what happens now. */
export interface Cause {
  readonly id: string | null;
  readonly idempotency_key: string | null;
}

const byItself: Cause = { id: null, idempotency_key: null };

/** The fake's memory, time, ids and events: what every part of it is given. */
export class World {
  readonly book = new Book();
  readonly ids: Ids;
  readonly clock: FakeClock;
  readonly settings: FakeSettings = {
    retryDays: [3, 5, 7],
    afterRetries: 'cancel',
    tax: 'complete',
    taxOfPreviews: null,
  };
  readonly apiVersion: string;
  /** Whether it plays Stripe's live mode. Resources are kept as of test mode, and say otherwise where they are shown. */
  readonly livemode: boolean;
  /** `http://127.0.0.1:PORT`, once it listens. */
  url = '';
  /** Who asked for what happens now. */
  cause: Cause = byItself;
  /** Hears of every event as it is made. */
  onEvent: (event: FakeEvent) => void = () => {};

  constructor(given: {
    seed: number;
    apiVersion: string;
    livemode: boolean;
    base: () => number;
    nextDue: (world: World) => Due | undefined;
  }) {
    this.ids = new Ids(given.seed);
    this.apiVersion = given.apiVersion;
    this.livemode = given.livemode;
    this.clock = createFakeClock(given.base, () => given.nextDue(this));
  }

  /** Epoch seconds, as in every resource. */
  get seconds(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  /** Makes an event of what the resource is now. */
  emit(type: string, resource: object, previous?: Record<string, unknown>): FakeEvent {
    const event = newEvent(this.ids.next('evt_', 24), this.seconds, {
      type,
      apiVersion: this.apiVersion,
      object: copyOf(resource),
      previous,
      request: this.cause,
    });
    const shown = inMode(event, this.livemode);
    this.book.events.set(shown.id, shown);
    this.onEvent(shown);
    return shown;
  }

  /** Changes a resource; if it is another one then, an event tells what it was. */
  change(type: string, resource: object, change: () => void): boolean {
    const before = copyOf(resource);
    change();
    const after = copyOf(resource);
    const changed = Object.keys({ ...before, ...after }).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
    if (changed.length === 0) return false;
    this.emit(
      type,
      resource,
      Object.fromEntries(changed.map((name) => [name, before[name] ?? null])),
    );
    return true;
  }

  /** Runs what a request asks for: its events say so. */
  because<T>(cause: Cause, work: () => T): T {
    this.cause = cause;
    try {
      return work();
    } finally {
      this.cause = byItself;
    }
  }
}

function copyOf(resource: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(resource)) as Record<string, unknown>;
}

/** A resource as it is shown in this mode. */
export function inMode<T extends object>(resource: T, livemode: boolean): T {
  if (!livemode) return resource;
  return JSON.parse(
    JSON.stringify(resource, (name, value: unknown) => (name === 'livemode' ? true : value)),
  ) as T;
}
