import { type ChangedTenant, type ChangeOptions, outcome } from './change-outcome.ts';
import { findLiveTenant } from './find-tenant.ts';
import type { OperatorRefusal } from './refusals.ts';
import type { OperatorTools } from './tools.ts';

/** Switches a tenant's bot off; its data stays as it is. */
export async function suspendTenant(
  { control, clock }: Pick<OperatorTools, 'control' | 'clock'>,
  slug: string,
  options: ChangeOptions = {},
): Promise<ChangedTenant | OperatorRefusal> {
  const found = await findLiveTenant(control, slug);
  if (!found.ok) return found;
  const { record } = found;
  if (options.dryRun || record.state === 'suspended') return outcome(record, false, options);
  const changed = await control.change(record.tenantId, {
    state: 'suspended',
    suspendedAt: clock.now(),
  });
  await control.recordAct('suspend', record.tenantId);
  return outcome(changed, true);
}
