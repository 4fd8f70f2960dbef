import { AppError } from '#src/core/errors.ts';
import { type ChangedTenant, type ChangeOptions, outcome } from './change-outcome.ts';
import { findTenant } from './find-tenant.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';
import type { OperatorTools } from './tools.ts';

/** Brings a deleted tenant back within its grace, as it was: running, or suspended if it had been. */
export async function undeleteTenant(
  { control }: Pick<OperatorTools, 'control'>,
  slug: string,
  options: ChangeOptions = {},
): Promise<ChangedTenant | OperatorRefusal> {
  const found = await findTenant(control, slug);
  if (!found.ok) return found;
  const { record } = found;
  if (record.state !== 'deleted') return refusal('not-deleted', { slug });
  try {
    await control.secretsOf(record.tenantId);
  } catch (error) {
    // A purge that was cut off between key and files: there is nothing to come back to.
    if (error instanceof AppError && error.code === 'keys.destroyed')
      return refusal('key-destroyed', { slug });
    throw error;
  }
  if (options.dryRun) return outcome(record, false, options);
  const changed = await control.change(record.tenantId, {
    state: record.suspendedAt === null ? 'active' : 'suspended',
    deletedAt: null,
    purgeAt: null,
  });
  await control.recordAct('undelete', record.tenantId);
  return outcome(changed, true);
}
