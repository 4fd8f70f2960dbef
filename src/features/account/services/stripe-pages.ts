import { unreachable } from '#src/core/result.ts';
import type { Result } from '#src/core/result.ts';
import type {
  CheckoutRefusal,
  PlanPriceKey,
  PortalFlow,
  PortalRefusal,
  TopupPriceKey,
} from '#src/core/stripe.ts';
import type { AccountParts } from '../account-parts.ts';
import type { Visit } from './visit.ts';

/** A page of Stripe's that somebody wants. */
export type StripeWish =
  | { readonly kind: 'subscribe'; readonly priceKey: PlanPriceKey; readonly trial: boolean }
  | { readonly kind: 'topup'; readonly priceKey: TopupPriceKey }
  | {
      readonly kind: 'portal';
      readonly flow?: PortalFlow | undefined;
      /** What somebody has in mind who comes back from it; nothing of it is done by itself. */
      readonly then?: 'resume';
    };

/** Where such a page is, or why there is none. */
export type StripePage = Result<{ readonly url: string }, CheckoutRefusal | PortalRefusal>;

/** Makes them. */
export interface StripePages {
  open(visit: Visit, wish: StripeWish): Promise<StripePage>;
  /** Somebody came back from one: the next tap gets a new page. */
  forget(visit: Visit): void;
}

interface Tap {
  readonly wanted: string;
  /** Until when the same tap again is this one; without end while its page is being made. */
  until: number;
  readonly page: Promise<StripePage>;
}

/** Taps on one button within this time after its page was made are one tap. */
const sameTapMs = 10_000;

function keyOf({ holder: { tenantId, userId } }: Visit): string {
  return `${tenantId} ${userId}`;
}

/**
 * Makes pages of Stripe's. Two taps on a button, and two tabs at the same moment, get the same page; later ones get a new one,
 * since the first may be paid or over by then. Nothing of it is kept longer. Whoever did not wait for a page that took long gets it
 * with the next tap.
 */
export function createStripePages({
  services: { stripe, plans, clock, random },
  origin,
}: AccountParts): StripePages {
  /** The last tap of each person: one for something else ends the page that was made before. */
  const taps = new Map<string, Tap>();

  const ask = (
    { holder: { tenantId, userId }, tenant }: Visit,
    wish: StripeWish,
  ): Promise<StripePage> => {
    const account = `${origin()}/account`;
    // Names the bot for whoever comes back in another browser.
    const bot = `bot=${tenantId}`;
    const way = (of: string) => ({
      userId,
      nonce: random.bytes(16).toString('base64url'),
      successUrl: `${account}/return?of=${of}&${bot}`,
      cancelUrl: `${account}?note=not-charged&${bot}`,
    });
    switch (wish.kind) {
      case 'subscribe':
        return subscribe(tenantId, tenant.name, {
          ...way('plan'),
          priceKey: wish.priceKey,
          trial: wish.trial,
        });
      case 'topup':
        return stripe.topupCheckout(tenantId, {
          // What is more than this afterwards was bought with it.
          ...way(`topup&had=${plans?.of(tenantId)?.topupDrafts ?? 0}`),
          priceKey: wish.priceKey,
        });
      case 'portal':
        return stripe.portal(tenantId, {
          returnUrl: `${account}/return?of=${wish.then ?? 'portal'}&${bot}`,
          flow: wish.flow,
        });
      default:
        return unreachable(wish);
    }
  };

  const subscribe = async (
    tenantId: Visit['holder']['tenantId'],
    name: string,
    wish: Parameters<typeof stripe.checkout>[1],
  ): Promise<StripePage> => {
    // Named here, so that the operator recognises it in Stripe's Dashboard.
    const customer = await stripe.ensureCustomer(tenantId, { name });
    return customer.ok ? await stripe.checkout(tenantId, wish) : customer;
  };

  const open: StripePages['open'] = async (visit, wish) => {
    const now = clock.steady();
    for (const [who, { until }] of taps) if (until <= now) taps.delete(who);
    const [who, wanted] = [keyOf(visit), JSON.stringify(wish)];
    const there = taps.get(who);
    if (there?.wanted === wanted) return await there.page;
    const tap: Tap = { wanted, until: Number.POSITIVE_INFINITY, page: ask(visit, wish) };
    taps.set(who, tap);
    const forgetIt = () => {
      if (taps.get(who) === tap) taps.delete(who);
    };
    const made = await tap.page.catch((error: unknown) => {
      forgetIt();
      throw error;
    });
    if (made.ok) tap.until = clock.steady() + sameTapMs;
    else forgetIt();
    return made;
  };

  return {
    open,
    forget: (visit) => void taps.delete(keyOf(visit)),
  };
}
