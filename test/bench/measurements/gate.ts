import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { PlanBook, SubscriptionState } from '#src/core/plans.ts';
import { can, quota } from '#src/features/billing/index.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { makeInstallation } from '../support/provision.ts';
import { percentile } from '../support/stats.ts';

const sizes = { full: { tenants: 1_000, batches: 500 }, tiny: { tenants: 20, batches: 20 } };

/** Calls that are timed together: one alone is shorter than the clock can tell. */
const atOnce = 1_000;

/** What it costs to ask whether a plan has something, and how much: from memory, for any of 1,000 who pay. */
export const gate: Measurement = {
  name: 'gate',
  async run(scale, tell) {
    const { tenants, batches } = sizes[scale];
    using installation = makeInstallation();
    await using storage = await installation.open();
    const plans = await storage.planBook({ billing: true });
    const ids = Array.from({ length: tenants }, (_, index) => `t-${index}` as TenantId);
    for (const [index, id] of ids.entries()) await pays(plans, id, index);
    tell(`${plans.all().length} rows in memory`);
    const services = { clock: systemClock, plans };
    return [
      figure('can', 'whether a plan has it, p99', (id) => can(services, id, 'segments', 4)),
      figure('quota', 'how much a month has, p99', (id) => quota(services, id, 'drafts')),
    ];

    function figure(name: string, title: string, ask: (id: TenantId) => object): Figure {
      const took: number[] = [];
      let asked = 0;
      for (let batch = 0; batch < batches; batch += 1) {
        const start = performance.now();
        for (let call = 0; call < atOnce; call += 1) {
          asked += 1;
          const id = ids[(asked * 7) % ids.length];
          if (id) ask(id);
        }
        took.push(((performance.now() - start) * 1_000) / atOnce);
      }
      const value = percentile(took, 0.99);
      tell(`${name}: ${value.toFixed(2)} µs`);
      const target = { of: 'value', atMost: 50 } as const;
      return { name: `gate/${name}`, title, value, unit: 'µs', baseline: null, target };
    }
  },
};

async function pays(plans: PlanBook, tenantId: TenantId, index: number): Promise<void> {
  const now = Date.now();
  const subscription: SubscriptionState = {
    subscriptionId: `sub_${index}`,
    status: index % 3 === 0 ? 'past_due' : 'active',
    priceKey: index % 2 === 0 ? 'pro_yearly' : 'studio_monthly',
    periodStart: now - 86_400_000 * (index % 300),
    periodEnd: now + 86_400_000,
    cancelsAt: null,
    trialEnd: null,
    pastDueSince: index % 3 === 0 ? now : null,
    hold: null,
    pause: null,
    endedAt: null,
    createdAt: now - 86_400_000 * 400,
  };
  await plans.store(tenantId, { subscription, oddity: null });
}
