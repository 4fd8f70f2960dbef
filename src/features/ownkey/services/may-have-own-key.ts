import type { TenantId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { can, type NotInPlan } from '#src/features/billing/index.ts';

/** Whether this tenant may set up and use an own key. Where the plan no longer has any, one that is there is kept, but not used. */
export function mayHaveOwnKey(
  services: Pick<Services, 'plans' | 'clock'>,
  tenantId: TenantId,
): { readonly ok: true } | NotInPlan {
  return can(services, tenantId, 'own-key');
}
