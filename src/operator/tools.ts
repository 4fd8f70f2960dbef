import type { UserFromGetMe } from 'grammy/types';
import type { Clock } from '#src/core/clock.ts';
import type { Random } from '#src/core/random.ts';
import type { Result } from '#src/core/result.ts';
import type { AccountLink, PlanBook } from '#src/core/plans.ts';
import type { StripePort } from '#src/core/stripe.ts';
import type { ControlStore } from '#src/storage/control-store.ts';
import type { ArrivalsInspector } from '#src/storage/inspect-arrivals.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** What operator verbs work with. */
export interface OperatorTools {
  readonly control: ControlStore;
  readonly store: TenantStore;
  readonly arrivals: ArrivalsInspector;
  readonly plans: PlanBook;
  readonly clock: Clock;
  readonly random: Random;
  /** Absent: there are no Stripe settings. */
  readonly stripe?: Pick<StripePort, 'endSubscriptions'> | undefined;
  /** Makes links to creators' account pages; absent: there is no account page that anybody could open. */
  readonly accountLink?: AccountLink | undefined;
  /** Asks Telegram whose token this is (getMe). */
  checkToken(
    token: string,
  ): Promise<Result<{ readonly me: UserFromGetMe }, 'refused' | 'unreachable'>>;
}
