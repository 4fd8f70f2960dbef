import { inTime } from '#src/core/in-time.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { ChangeRefusal, PlanPriceKey } from '#src/core/stripe.ts';
import { planOfPrice } from '#src/features/billing/index.ts';
import type { AccountParts } from '../account-parts.ts';
import type { ChangeOutlook } from '../rules/change-view.ts';
import { mostStripeMs } from './come-back.ts';
import type { Visit } from './visit.ts';

/** Why there is nothing to be said of a change but that it cannot be made. */
type NoChange = Exclude<ChangeRefusal, 'ending' | 'planned' | 'unreachable'>;

/**
 * Asks Stripe what a change would do and cost. Waits five seconds at most: whoever gets no numbers here sees them at Stripe, before
 * anything is agreed to.
 */
export async function lookAtChange(
  { services }: AccountParts,
  { holder: { tenantId } }: Visit,
  priceKey: PlanPriceKey,
): Promise<Result<{ readonly outlook: ChangeOutlook }, NoChange>> {
  const { stripe, clock, plans } = services;
  const asked = await inTime(clock, mostStripeMs, stripe.previewChange(tenantId, priceKey));
  const outlook = (found: ChangeOutlook) => ({ ok: true as const, outlook: found });
  if (!asked) return outlook({ is: 'no-answer' });
  if (asked.ok) return outlook(asked.change ? { is: 'known', ...asked.change } : { is: 'unclear' });
  switch (asked.reason) {
    case 'unreachable':
      return outlook({ is: 'no-answer' });
    case 'planned':
      return outlook({ is: 'planned' });
    case 'ending': {
      const subscription = plans?.of(tenantId)?.subscription ?? null;
      return outlook({
        is: 'ending',
        at: subscription?.cancelsAt ?? null,
        // A grant may be of a better one.
        plan: planOfPrice(subscription?.priceKey ?? null) ?? 'free',
      });
    }
    default:
      return refuse(asked.reason);
  }
}
