import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { allowanceOf, planOf } from '#src/features/billing/index.ts';
import { ownKeyPlanLine } from '#src/features/ownkey/index.ts';
import { countSegments } from '#src/features/segments/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { PlanView } from '../rules/plan-text.ts';
import { usageOf } from './usage-of.ts';

/** What /plan shows of this tenant now. */
export async function planView(
  reader: Reader,
  services: Services,
  t: Translate,
): Promise<PlanView> {
  const { tenantId } = reader;
  return {
    plan: planOf(services, tenantId),
    usage: await usageOf(tenantId, services),
    segments: {
      used: await countSegments(reader),
      of: allowanceOf(services, tenantId, 'segments'),
    },
    ownKey: await ownKeyPlanLine(reader, services, t),
    insightsDays: allowanceOf(services, tenantId, 'insights-days'),
  };
}
