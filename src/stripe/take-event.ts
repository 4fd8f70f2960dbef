import type { Clock } from '#src/core/clock.ts';
import type { CrashPoints } from '#src/core/crash-points.ts';
import type { Log } from '#src/core/log.ts';
import type { StripeBook, StripeEvent } from '#src/core/stripe-book.ts';
import { isWanted, readEvent } from './rules/read-event.ts';
import { pinnedApiVersion } from './stripe-client.ts';

/** What taking events stands on. */
export interface TakeParts {
  readonly book: Pick<StripeBook, 'storeEvent'>;
  readonly secrets: readonly string[];
  /** Of which mode events are to be: that of the key. */
  readonly livemode: boolean;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** An event was stored. */
  readonly onStored: () => void;
  readonly crashPoints?: CrashPoints | undefined;
}

/**
 * Why a delivery is no event of ours. `old`: its timestamp, or the machine's clock is wrong. `thin`: the other kind of events.
 * `other-mode`: of test mode, and the key is of live mode, or the other way round; Stripe tries it again for a while, so a
 * wrong key that is put right soon costs nothing.
 */
export type EventRefusal =
  | 'no-signature'
  | 'bad-signature'
  | 'old'
  | 'thin'
  | 'other-mode'
  | 'no-event';

/** A delivery, as it came. */
export interface EventDelivery {
  readonly body: Uint8Array;
  /** The header Stripe-Signature. */
  readonly signature: string | undefined;
}

/** How far Stripe's timestamp may lie behind our clock, in seconds: what its own libraries allow. */
const toleranceSeconds = 300;
/** A refusal is told once in this time, so that nobody can fill the log. */
const tellEveryMs = 10 * 60_000;

/**
 * Takes deliveries of events: 200 once the event is on the disk (or was before), 400 for what no secret of ours has signed in
 * the last five minutes, or is no event. Throws when it cannot be stored: then Stripe delivers it again, for three days.
 */
export function createEventIntake(parts: TakeParts) {
  const { book, clock, log } = parts;
  const told = new Map<string, number>();
  const tell = (event: string, about: string, everyMs = tellEveryMs): void => {
    const key = `${event} ${about}`;
    const last = told.get(key);
    if (last !== undefined && clock.now() - last < everyMs) return;
    told.set(key, clock.now());
    log.warn(event, { reason: about });
  };

  return async (delivery: EventDelivery): Promise<{ readonly status: 200 | 400 }> => {
    const read = await verify(delivery, parts);
    if (typeof read === 'string') {
      tell('stripe.event-refused', read);
      return { status: 400 };
    }
    if (!isWanted(read.type)) return { status: 200 };
    if (read.apiVersion !== pinnedApiVersion) {
      // Harmless, as what it says is read anew; but the endpoint is not the one that set-up makes, and stays so: once is enough.
      tell('stripe.other-api-version', read.apiVersion ?? 'none', Number.POSITIVE_INFINITY);
    }
    if (await book.storeEvent(read, 'delivered')) parts.onStored();
    parts.crashPoints?.reach('stripe-event-stored');
    return { status: 200 };
  };
}

async function verify(
  { body, signature }: EventDelivery,
  { secrets, livemode, clock }: TakeParts,
): Promise<StripeEvent | EventRefusal> {
  const now = clock.now();
  if (!signature) return 'no-signature';
  const { Stripe } = await import('stripe');
  const { signature: checker } = Stripe.webhooks;
  const signedBy = (secret: string, tolerance: number): boolean => {
    try {
      return checker?.verifyHeader(body, signature, secret, tolerance, undefined, now) ?? false;
    } catch {
      return false;
    }
  };
  // Two secrets are accepted while one is being changed.
  const secret = secrets.find((each) => signedBy(each, 0));
  if (secret === undefined) return 'bad-signature';
  if (!signedBy(secret, toleranceSeconds)) return 'old';
  const read = readBody(body);
  return typeof read !== 'string' && read.livemode !== livemode ? 'other-mode' : read;
}

function readBody(body: Uint8Array): StripeEvent | EventRefusal {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return 'no-event';
  }
  if ((json as { object?: unknown } | null)?.object === 'v2.core.event') return 'thin';
  return readEvent(json) ?? 'no-event';
}
