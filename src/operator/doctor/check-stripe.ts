import type { DoctorScope } from './doctor-parts.ts';
import type { Finding } from './finding.ts';
import { mirrorFindings, modeFindings, purgedFindings, stripeFindings } from './stripe-findings.ts';

/** Stripe's side: what Stripe says of the settings, and how our mirror of it stands. Nothing where Stripe is not set up. */
export async function checkStripe({
  parts,
  storage,
  records,
  wish,
}: DoctorScope): Promise<Finding[]> {
  if (parts.stripe === 'off') return [];
  const look = wish.offline ? null : await parts.lookAtStripe();
  const plans = await storage.planBook({ billing: true });
  const rows = records.flatMap(({ tenantId, slug }) => {
    const row = plans.of(tenantId);
    return row ? [{ slug, row }] : [];
  });
  return [
    ...stripeFindings(parts.stripe, look),
    ...modeFindings(await storage.stripeBook().modeStanding(), look),
    ...mirrorFindings(await storage.stripeBook().eventCounts(), rows, parts.clock.now()),
    ...purgedFindings(
      await storage.stripeBook().customers(),
      new Set(records.map(({ tenantId }) => tenantId)),
    ),
  ];
}
