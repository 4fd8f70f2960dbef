import { type ChangedTenant, type ChangeOptions, outcome } from './change-outcome.ts';
import { findTenant } from './find-tenant.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';
import { lookInside, type TenantContents } from './show-tenant.ts';
import type { OperatorTools } from './tools.ts';

/** How long a deleted tenant can be brought back: 30 days. */
export const graceMs = 30 * 24 * 60 * 60 * 1000;

/** A tenant that was deleted (or, in a dry run, what would be lost). */
export interface DeletedTenant extends ChangedTenant {
  readonly losses: Pick<TenantContents, 'counts' | 'unreadable'>;
}

/** Switches the bot off and freezes the data; 30 days later key and files are destroyed (`purgeDeleted`). */
export async function deleteTenant(
  tools: Pick<OperatorTools, 'control' | 'store' | 'clock'>,
  slug: string,
  options: ChangeOptions & { readonly yes?: boolean | undefined } = {},
): Promise<DeletedTenant | OperatorRefusal> {
  const { control, clock } = tools;
  const found = await findTenant(control, slug);
  if (!found.ok) return found;
  const { record } = found;
  const { counts, unreadable } = await lookInside(tools, record);
  const losses = { counts, unreadable } as DeletedTenant['losses'];
  if (record.state === 'deleted') return { ...outcome(record, false, options), losses };
  if (options.dryRun) return { ...outcome(record, false, options), losses };
  if (!options.yes) return refusal('needs-yes', { slug, losses: describeLosses(losses) });
  const now = clock.now();
  const changed = await control.change(record.tenantId, {
    state: 'deleted',
    deletedAt: now,
    purgeAt: now + graceMs,
  });
  await control.recordAct('delete', record.tenantId);
  return { ...outcome(changed, true), losses };
}

/** What a deletion costs, as part of a sentence. */
export function describeLosses({ counts }: DeletedTenant['losses']): string {
  if (!counts) return 'all its data';
  const number = new Intl.NumberFormat('en');
  return `${number.format(counts.fans)} fans and ${number.format(counts.messages)} messages`;
}
