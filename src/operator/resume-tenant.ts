import { type ChangedTenant, type ChangeOptions, outcome } from './change-outcome.ts';
import { findLiveTenant } from './find-tenant.ts';
import type { OperatorRefusal } from './refusals.ts';
import type { OperatorTools } from './tools.ts';

/**
 * Switches a suspended tenant's bot on again. A bot that stopped because Telegram refused its token or another program
 * took its updates is tried anew.
 */
export async function resumeTenant(
  { control, clock }: Pick<OperatorTools, 'control' | 'clock'>,
  slug: string,
  options: ChangeOptions = {},
): Promise<ChangedTenant | OperatorRefusal> {
  const found = await findLiveTenant(control, slug);
  if (!found.ok) return found;
  const { record } = found;
  const already = record.state === 'active' && record.connection === 'ok';
  if (options.dryRun || already) return outcome(record, false, { ...options, already });
  const changed = await control.change(record.tenantId, {
    state: 'active',
    suspendedAt: null,
    connection: 'ok',
    connectionAt: clock.now(),
  });
  await control.recordAct('resume', record.tenantId);
  return outcome(changed, true);
}
