import { type ChangedTenant, outcome } from './change-outcome.ts';
import { counted } from './counted.ts';
import {
  endSubscription,
  type EndOptions,
  type LiveSubscription,
  liveSubscription,
} from './end-subscription.ts';
import { findTenant } from './find-tenant.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';
import { lookInside, type TenantContents } from './show-tenant.ts';
import { isoOrNull } from './tenant-summary.ts';
import type { OperatorTools } from './tools.ts';

/** How long a deleted tenant can be brought back: 30 days. */
export const graceMs = 30 * 24 * 60 * 60 * 1000;

/** A tenant that was deleted (or, in a dry run, what would be lost). */
export interface DeletedTenant extends ChangedTenant {
  readonly losses: Pick<TenantContents, 'counts' | 'unreadable'>;
  /** When its data is (in a dry run: would be) destroyed; ISO 8601. Null: not known. */
  readonly purgeAt: string | null;
  /** What its creator still pays at Stripe. */
  readonly subscription: LiveSubscription | null;
}

/**
 * Switches the bot off and freezes the data; 30 days later key and files are destroyed (`purgeDeleted`). A subscription goes on until
 * the night after that, unless the options end it.
 */
export async function deleteTenant(
  tools: Pick<OperatorTools, 'control' | 'store' | 'clock' | 'plans' | 'stripe'>,
  slug: string,
  options: EndOptions & { readonly yes?: boolean | undefined } = {},
): Promise<DeletedTenant | OperatorRefusal> {
  const { control, clock } = tools;
  const found = await findTenant(control, slug);
  if (!found.ok) return found;
  const { record } = found;
  const { counts, unreadable } = await lookInside(tools, record);
  const losses = { counts, unreadable } as DeletedTenant['losses'];
  const { tenantId } = record;
  if (!options.yes && !options.dryRun && record.state !== 'deleted') {
    const pays =
      liveSubscription(tools, tenantId) !== null && options.cancelSubscription === undefined;
    return refusal('needs-yes', { slug, losses: describeLosses(losses), pays });
  }
  const ended = await endSubscription(tools, { tenantId, verb: `delete ${slug} --yes` }, options);
  if (!ended.ok) return ended;
  const subscription = liveSubscription(tools, tenantId);
  const now = clock.now();
  const purgeAt = record.state === 'deleted' ? record.purgeAt : now + graceMs;
  const more = { losses, subscription, purgeAt: isoOrNull(purgeAt) };
  const already = record.state === 'deleted';
  if (options.dryRun || already) {
    return { ...outcome(record, false, { ...options, already }), ...more };
  }
  const changed = await control.change(tenantId, {
    state: 'deleted',
    deletedAt: now,
    purgeAt,
  });
  await control.recordAct('delete', tenantId);
  return { ...outcome(changed, true), ...more };
}

/** What a deletion costs, as part of a sentence. */
export function describeLosses({ counts }: DeletedTenant['losses']): string {
  if (!counts) return 'all its data';
  return `${counted(counts.fans, 'fan')} and ${counted(counts.messages, 'message')}`;
}
