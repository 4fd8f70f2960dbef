import type { Measurement } from '../measurement.ts';
import { startChild } from '../support/child.ts';
import { startFanline } from '../support/fanline-process.ts';
import { addTenants, makeInstallation } from '../support/provision.ts';
import { median, percentile } from '../support/stats.ts';
import { startTelegram } from '../support/telegram-fleet.ts';
import { startWebhookLoad, type Target } from '../support/webhook-load.ts';

const sizes = {
  full: { tenants: 20, fans: 20, connections: 64, seconds: 3, rounds: 3, steadySeconds: 8 },
  tiny: { tenants: 2, fans: 2, connections: 4, seconds: 0.1, rounds: 1, steadySeconds: 0.2 },
};

/**
 * How fast webhooks are answered 200, with the whole program at work on what they bring. Baseline: the same HTTP server
 * answering after one raw insert. Then how long each answer takes at half of the program's own best rate, which is more than it can relay
 * for long, and at half of what it must at least acknowledge, a quarter of the baseline.
 */
export const acknowledge: Measurement = {
  name: 'acknowledge',
  async run(scale, tell) {
    const { tenants, fans, connections, seconds, rounds, steadySeconds } = sizes[scale];
    await using telegram = await startTelegram();
    using installation = makeInstallation();
    const seeds = await telegram.fleet({ tenants, fans: 1, desk: 'private', prefix: 'ack' });
    let hooks: { path: string; secret: string }[] = [];
    {
      await using storage = await installation.open();
      const records = await addTenants(storage, seeds);
      hooks = await Promise.all(
        records.map(async ({ tenantId, webhookPath }) => {
          const { webhookSecret } = await storage.control.secretsOf(tenantId);
          return { path: webhookPath, secret: webhookSecret };
        }),
      );
    }
    await using box = startChild('test/bench/support/raw-insert-child.ts');
    const boxUrl = await box.call<string>('start', tenants);
    const raw: Target[] = seeds.map((_, index) => ({
      url: `${boxUrl}/hook/${index}`,
      secret: 'none',
    }));
    await using fanline = await startFanline(installation, { apiRoot: telegram.url });
    const ours: Target[] = hooks.map(({ path, secret }) => ({
      url: `${fanline.url}/hook/${path}`,
      secret,
    }));
    await telegram.settled(seeds);
    await using load = startWebhookLoad();
    const flood = async (targets: readonly Target[], forSeconds: number) => {
      const answers = await load.flood({ targets, connections, fans, seconds: forSeconds });
      if (answers.refused > 0) throw new Error(`${answers.refused} webhooks were refused`);
      return answers.rate;
    };
    await flood(raw, seconds / 3);
    await flood(ours, seconds / 3);
    await fanline.rest();
    const rates = { ours: [] as number[], raw: [] as number[] };
    for (let round = 1; round <= rounds; round += 1) {
      rates.raw.push(await flood(raw, seconds));
      rates.ours.push(await flood(ours, seconds));
      tell(`round ${round}: ${rates.ours.at(-1)?.toFixed(0)} of ${rates.raw.at(-1)?.toFixed(0)}/s`);
      await fanline.rest();
    }
    const steadyAt = async (perSecond: number) => {
      const order = { connections, fans, seconds: steadySeconds, perSecond };
      // What the disk alone makes of such a rate.
      const bare = await load.steady({ ...order, targets: raw });
      await fanline.rest();
      await fanline.resetDelay();
      const steady = await load.steady({ ...order, targets: ours });
      const delay = await fanline.readDelay();
      tell(
        `at ${Math.round(perSecond)}/s the event loop was late by ${delay.max.toFixed(0)} ms at worst`,
      );
      return {
        p99: percentile(steady.took, 0.99),
        bareP99: percentile(bare.took, 0.99),
        late: delay.p99,
      };
    };
    const [best, baseline] = [median(rates.ours), median(rates.raw)];
    const half = await steadyAt(best / 2);
    await fanline.rest();
    const quarter = await steadyAt(baseline / 4);
    return [
      {
        name: 'acknowledge',
        title: 'webhooks acknowledged, against one raw insert',
        value: best,
        unit: 'updates/s',
        baseline,
        target: { of: 'ratio', atLeast: 0.5 },
      },
      {
        name: 'acknowledge/p99',
        title: 'time to the acknowledgement at half of that load, p99, beside one raw insert',
        value: half.p99,
        unit: 'ms',
        baseline: half.bareP99,
        target: { of: 'value', atMost: 25 },
      },
      {
        name: 'acknowledge/event-loop',
        title: 'event-loop delay at half of that load, p99',
        value: half.late,
        unit: 'ms',
        baseline: null,
        target: { of: 'value', atMost: 20 },
      },
      {
        name: 'acknowledge/p99-at-quarter',
        title: "the same at a quarter of the raw insert's rate, p99",
        value: quarter.p99,
        unit: 'ms',
        baseline: quarter.bareP99,
        target: { of: 'value', atMost: 25 },
      },
      {
        name: 'acknowledge/event-loop-at-quarter',
        title: "event-loop delay at a quarter of the raw insert's rate, p99",
        value: quarter.late,
        unit: 'ms',
        baseline: null,
        target: { of: 'value', atMost: 20 },
      },
    ];
  },
};
