import type { Generated } from 'kysely';
import type { PlanName } from '#src/core/plans.ts';
import type { PlanReason } from './rules/plan-at.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    plan_told: PlanToldTable;
  }
}

/** How the plan stood when the creator was last told (Told); one row at most. Times are epoch ms. */
export interface PlanToldTable {
  id: 1;
  plan: PlanName;
  why: PlanReason;
  until: number | null;
  then_plan: PlanName;
  trial_end: number | null;
  topup_drafts: number;
  duplicates: Generated<number>;
  reminded: number | null;
  told_at: number;
}
