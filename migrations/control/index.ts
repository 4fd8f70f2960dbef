import type { Migration } from '#src/storage/migration.ts';
import { createTenant } from './0001_create_tenant.ts';
import { createAiUsage } from './0002_create_ai_usage.ts';
import { createPlan } from './0003_create_plan.ts';
import { createStripe } from './0004_create_stripe.ts';
import { createAccount } from './0005_create_account.ts';
import { addStripeMode } from './0006_add_stripe_mode.ts';
import { extendPlan } from './0007_extend_plan.ts';

/** Every step of the control file's schema, in order. */
export const controlMigrations: readonly Migration[] = [
  createTenant,
  createAiUsage,
  createPlan,
  createStripe,
  createAccount,
  addStripeMode,
  extendPlan,
];
