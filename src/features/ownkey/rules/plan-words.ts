import type { Translate } from '#src/core/texts.ts';
import { type NotInPlan, planName } from '#src/features/billing/index.ts';

/** Why no key can be set up by this plan, and which plan has it. */
export function notInPlanWords({ needs }: Pick<NotInPlan, 'needs'>, t: Translate): string {
  return t('ownkey-not-in-plan', { plan: planName(needs ?? 'studio') });
}

/** That the key is kept and not used, and by which plan it would be. */
export function keptWords({ needs }: Pick<NotInPlan, 'needs'>, t: Translate): string {
  return t('ownkey-kept', { plan: planName(needs ?? 'studio') });
}
