import type { TenantId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { can } from '#src/features/billing/index.ts';

/** Whether this tenant may set up and use an own key. One that the plan no longer has is kept, but not used. */
export function mayHaveOwnKey(
  services: Pick<Services, 'plans' | 'clock'>,
  tenantId: TenantId,
): boolean {
  return can(services, tenantId, 'own-key').ok;
}
