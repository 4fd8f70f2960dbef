import type { AppFeature } from '#src/features/feature.ts';
import { tellKind } from './jobs.ts';

export type { PlanStanding } from './rules/plan-at.ts';
export { planAt } from './rules/plan-at.ts';
export { lostLines } from './rules/news-text.ts';
export { planOfPrice, plans as planTable } from './rules/plan-table.ts';
export {
  dateText,
  moreLines,
  nextPlanText,
  numberText,
  planName,
  type PlanWording,
  reasonText,
} from './rules/plan-words.ts';
export {
  allowanceOf,
  can,
  moreOf,
  type NotInPlan,
  planOf,
  type Quota,
  quota,
} from './services/gates.ts';
export { askToTell, toldNext } from './services/tell-plan.ts';

/** What a tenant's plan allows, and telling the creator of its changes. */
export const billingFeature: AppFeature = { name: 'billing', jobKinds: [tellKind] };
