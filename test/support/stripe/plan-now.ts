import type { Clock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { PlanBook } from '#src/core/plans.ts';
import { planAt } from '#src/features/billing/index.ts';

/** The plan that the row of a tenant gives now, as `plan: why`. */
export function planNow(
  { plans, clock }: { readonly plans: PlanBook; readonly clock: Pick<Clock, 'now'> },
  tenantId: TenantId,
): string {
  const { plan, why } = planAt(plans.of(tenantId), clock.now(), true);
  return `${plan}: ${why}`;
}
