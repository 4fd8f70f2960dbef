import type { Clock } from '#src/core/clock.ts';
import type { CrashPoints } from '#src/core/crash-points.ts';
import type { Llm } from '#src/core/llm.ts';
import type { Log } from '#src/core/log.ts';
import type { AccountLink, PlanBook } from '#src/core/plans.ts';
import type { Preview } from '#src/core/preview.ts';
import type { Random } from '#src/core/random.ts';
import type { StripePort } from '#src/core/stripe.ts';
import type { Texts } from '#src/core/texts.ts';
import type { UsageBook } from '#src/core/usage.ts';

/** The ports that every part of the app is given, made once in the composition root. */
export interface Services {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly texts: Texts;
  /** Absent where no provider may ever be asked: in scripts, and in tests that need none. */
  readonly llm?: Llm | undefined;
  /** What models were asked for by all tenants. Present where `llm` is. */
  readonly usage?: UsageBook | undefined;
  /** What tenants' plans rest on. Absent in scripts and tests that need none: everything is allowed. */
  readonly plans?: PlanBook | undefined;
  /** Absent where nothing is billed. */
  readonly accountLink?: AccountLink | undefined;
  /** Pages of Stripe's, and what it says of tenants. Absent without Stripe settings. */
  readonly stripe?: StripePort | undefined;
  /** Where bots are at hand, which is in jobs; absent in handlers, in scripts, and in tests that need none. */
  readonly preview?: Preview | undefined;
  /** Only in tests: where the process dies. */
  readonly crashPoints?: CrashPoints | undefined;
}
