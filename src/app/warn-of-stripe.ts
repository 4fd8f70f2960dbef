import type { Clock } from '#src/core/clock.ts';
import { errorCode } from '#src/core/error-code.ts';
import { inTime } from '#src/core/in-time.ts';
import type { Log } from '#src/core/log.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import { modeFindings, stripeFindings } from '#src/operator/doctor/stripe-findings.ts';
import { failedLook, lookAtStripe } from '#src/stripe/look-at-stripe.ts';
import type { StripeConfig } from '#src/stripe/stripe-config.ts';

/** What the look stands on. */
export interface WarnOfStripeParts {
  readonly config: StripeConfig;
  readonly publicUrl: string | null;
  readonly book: Pick<StripeBook, 'modeStanding'>;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
}

/** Longer than this nobody waits for all of Stripe's answers, in ms. */
const mostLookMs = 30_000;

/** A look that is under way, or over. */
export interface StripeWarning {
  /** Resolves when it is over, in whatever way. */
  readonly over: Promise<void>;
  /** Gives it up at once, also where Stripe does not answer. */
  readonly stop: () => Promise<void>;
}

/**
 * Looks in the background whether Stripe takes the key, whether it is of the mode of the rows, and whether prices, portal and webhook
 * endpoint are as they should be; says in the log what the doctor would warn of, a line for each.
 */
export function warnOfStripe(parts: WarnOfStripeParts): StripeWarning {
  const { config, publicUrl, book, clock, log } = parts;
  const stopping = Promise.withResolvers<'stopped'>();
  const calls = new AbortController();

  const look = async (): Promise<void> => {
    const asked = inTime(clock, mostLookMs, lookAtStripe(config, publicUrl, calls.signal));
    const looked = await Promise.race([asked, stopping.promise]);
    if (looked === 'stopped') return;
    const stripe = looked ?? failedLook(config, 'unreachable');
    const findings = [
      ...stripeFindings('on', stripe),
      ...modeFindings(await book.modeStanding(), stripe),
    ];
    for (const { severity, code, message, advice } of findings) {
      if (severity !== 'error' && severity !== 'warning') continue;
      // That is chosen by the settings, and no answer of Stripe's.
      if (code === 'stripe.no-public-url') continue;
      log.warn('stripe.unwell', { code, hint: [message, advice].filter(Boolean).join(' ') });
    }
  };

  const over = look()
    .catch((error: unknown) => log.warn('stripe.not-looked-at', { code: errorCode(error) }))
    // Calls that nobody waits for any more.
    .finally(() => calls.abort());
  return {
    over,
    stop() {
      stopping.resolve('stopped');
      return over;
    },
  };
}
