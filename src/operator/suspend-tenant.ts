import { type ChangedTenant, outcome } from './change-outcome.ts';
import {
  endSubscription,
  type EndOptions,
  type LiveSubscription,
  liveSubscription,
} from './end-subscription.ts';
import { findLiveTenant } from './find-tenant.ts';
import type { OperatorRefusal } from './refusals.ts';
import type { OperatorTools } from './tools.ts';

/** A tenant that was suspended. */
export interface SuspendedTenant extends ChangedTenant {
  /** What its creator still pays at Stripe. */
  readonly subscription: LiveSubscription | null;
}

/** Switches a tenant's bot off; its data stays as it is, and so does its subscription unless the options end that. */
export async function suspendTenant(
  tools: Pick<OperatorTools, 'control' | 'clock' | 'plans' | 'stripe'>,
  slug: string,
  options: EndOptions = {},
): Promise<SuspendedTenant | OperatorRefusal> {
  const { control, clock } = tools;
  const found = await findLiveTenant(control, slug);
  if (!found.ok) return found;
  const { record } = found;
  const { tenantId } = record;
  const ended = await endSubscription(tools, { tenantId, verb: `suspend ${slug}` }, options);
  if (!ended.ok) return ended;
  const subscription = liveSubscription(tools, tenantId);
  const already = record.state === 'suspended';
  if (options.dryRun || already)
    return { ...outcome(record, false, { ...options, already }), subscription };
  const changed = await control.change(tenantId, {
    state: 'suspended',
    suspendedAt: clock.now(),
  });
  await control.recordAct('suspend', tenantId);
  return { ...outcome(changed, true), subscription };
}
