import type { PlanGrant } from '#src/core/plans.ts';
import type { ChangedTenant, ChangeOptions } from './change-outcome.ts';
import { outcome } from './change-outcome.ts';
import { findLiveTenant } from './find-tenant.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';
import { describePlan, type TenantPlan } from './tenant-plan.ts';
import { isoOrNull } from './tenant-summary.ts';
import type { OperatorTools } from './tools.ts';

/** What a grant came to. */
export interface GrantedPlan extends ChangedTenant {
  readonly plan: TenantPlan;
  /** What was wished for; null: nothing is given (any more). */
  readonly wanted: TenantPlan['grant'];
}

/** What is granted: `pro` or `studio`, or `none` to take it back; `until` as `2027-01-31`, the last day (UTC) of it. */
export interface GrantWish extends ChangeOptions {
  readonly plan: string;
  readonly until?: string | undefined;
}

/** Gives a tenant a plan outside Stripe, or takes it back. With a subscription beside it, the better one counts. */
export async function grantPlan(
  { control, plans, clock }: Pick<OperatorTools, 'control' | 'plans' | 'clock'>,
  slug: string,
  wish: GrantWish,
): Promise<GrantedPlan | OperatorRefusal> {
  const read = readGrant(wish, clock.now());
  if (!read.ok) return read;
  const found = await findLiveTenant(control, slug);
  if (!found.ok) return found;
  const { record } = found;
  const { tenantId } = record;
  const already = isSame(plans.of(tenantId)?.grant ?? null, read.grant);
  const answer = (changed: boolean): GrantedPlan => ({
    ...outcome(record, changed, { dryRun: wish.dryRun, already }),
    plan: describePlan(plans.of(tenantId), clock.now(), plans.billing),
    wanted: read.grant && { plan: read.grant.plan, until: isoOrNull(read.grant.until) },
  });
  if (wish.dryRun || already) return answer(false);
  await plans.grant(tenantId, read.grant);
  const until = wish.until === undefined ? '' : ` until ${wish.until}`;
  await control.recordAct('plan', tenantId, `${wish.plan}${until}`);
  return answer(true);
}

function readGrant(
  { plan, until }: GrantWish,
  now: number,
): { readonly ok: true; readonly grant: PlanGrant | null } | OperatorRefusal {
  if (plan !== 'pro' && plan !== 'studio' && plan !== 'none') return refusal('invalid-plan');
  if (until === undefined)
    return { ok: true, grant: plan === 'none' ? null : { plan, until: null } };
  const end = endOfDay(until);
  if (plan === 'none' || end === undefined || end <= now) return refusal('invalid-until');
  return { ok: true, grant: { plan, until: end } };
}

/** The last millisecond (UTC) of a day that the calendar has. */
function endOfDay(text: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T23:59:59.999Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? at : undefined;
}

function isSame(one: PlanGrant | null, other: PlanGrant | null): boolean {
  return one?.plan === other?.plan && one?.until === other?.until;
}
