import type { TenantId } from '#src/core/ids.ts';
import type { PlanName } from '#src/core/plans.ts';
import type { Services } from '#src/core/services.ts';
import { monthSince } from '../rules/period-of.ts';
import { planAt, type PlanStanding } from '../rules/plan-at.ts';
import {
  type Allowance,
  everything,
  lowestAbove,
  lowestWith,
  type Meter,
  type Plan,
  type PlanFeature,
  plans,
} from '../rules/plan-table.ts';

/** What gates need. */
export type GateServices = Pick<Services, 'plans' | 'clock'>;

/** It is not in the plan; the lowest plan that has it, or null where none does. */
export interface NotInPlan {
  readonly ok: false;
  readonly reason: 'plan';
  readonly needs: PlanName | null;
}

/** What a month has. `limit` null: any number. `since`: from when on it counts (epoch ms), see `monthSince`. */
export interface Quota {
  readonly limit: number | null;
  readonly since: number;
}

/** The tenant's plan now, from memory. */
export function planOf(services: GateServices, tenantId: TenantId): PlanStanding {
  const { plans: book, clock } = services;
  return planAt(book?.of(tenantId) ?? null, clock.now(), book?.billing ?? false);
}

/**
 * Whether the tenant may have so much of a feature, all together (a fourth segment: 4). No query, some microseconds; to be asked at
 * the moment of doing it, since plans end by time.
 */
export function can(
  services: GateServices,
  tenantId: TenantId,
  feature: PlanFeature,
  amount = 1,
): { readonly ok: true } | NotInPlan {
  if (allowanceOf(services, tenantId, feature) >= amount) return { ok: true };
  return { ok: false, reason: 'plan', needs: lowestWith(feature, amount) };
}

/** How much of a feature the tenant may have; `unlimited` where there is no limit. */
export function allowanceOf(
  services: GateServices,
  tenantId: TenantId,
  feature: PlanFeature,
): Allowance {
  return allowedBy(planOf(services, tenantId)).features[feature];
}

/** What a month of the tenant's has of something. */
export function quota(services: GateServices, tenantId: TenantId, meter: Meter): Quota {
  const row = services.plans?.of(tenantId) ?? null;
  const standing = planOf(services, tenantId);
  const limit = allowedBy(standing).quotas[meter];
  return {
    limit: Number.isFinite(limit) ? limit : null,
    since: monthSince(row, standing, services.clock.now()),
  };
}

/** The lowest plan whose month has more of something than the tenant's, and how much; null: none has. */
export function moreOf(
  services: GateServices,
  tenantId: TenantId,
  meter: Meter,
): { readonly plan: PlanName; readonly limit: number } | null {
  const plan = lowestAbove(meter, allowedBy(planOf(services, tenantId)).quotas[meter]);
  return plan && { plan, limit: plans[plan].quotas[meter] };
}

function allowedBy({ plan, why }: PlanStanding): Plan {
  return why === 'not-billed' ? everything : plans[plan];
}
