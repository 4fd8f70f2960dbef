import type { TenantId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { moreOf, numberText, planName } from '#src/features/billing/index.ts';
import { isUsedUp, usageOf } from '#src/features/usage/index.ts';

/**
 * That AI drafts are used up. Where it is those of the month: how many there are, and which plan has more; no plan has more
 * of what a day may cost.
 */
export async function usedUpText(
  tenantId: TenantId,
  services: Services,
  wording: { readonly t: Translate; readonly language: string },
): Promise<string> {
  const { t } = wording;
  const standing = await usageOf(tenantId, services);
  const { of } = standing.drafts;
  if (of === null || !isUsedUp(standing, 'drafts')) return t('drafts-used-up');
  const most = numberText(of, wording);
  const higher = moreOf(services, tenantId, 'drafts');
  if (!higher) return t('drafts-used-up-month', { most });
  const more = numberText(higher.limit, wording);
  return t('drafts-used-up-plan', { most, plan: planName(higher.plan), more });
}
