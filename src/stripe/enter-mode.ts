import type { Log } from '#src/core/log.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import { isLiveKey } from './key-mode.ts';
import type { StripeConfig } from './stripe-config.ts';

/**
 * Puts the control file into the mode of the key, before plans are read from it: what was bought in Stripe's test mode gives
 * nothing in live mode, and the other way round. Within the first minute the customers of this mode are read anew.
 */
export async function enterMode(
  { secretKey }: Pick<StripeConfig, 'secretKey'>,
  { book, log }: { readonly book: Pick<StripeBook, 'enterMode'>; readonly log: Log },
): Promise<void> {
  const livemode = isLiveKey(secretKey);
  const { changed, cleared } = await book.enterMode(livemode);
  if (changed || cleared > 0) {
    log.warn('stripe.mode-changed', {
      mode: livemode ? 'live' : 'test',
      subscriptionsLeft: cleared,
    });
  }
}
