import type { Figure, Measurement } from '../measurement.ts';
import { startFanline } from '../support/fanline-process.ts';
import { addTenants, makeInstallation } from '../support/provision.ts';
import { median } from '../support/stats.ts';
import { startTelegram } from '../support/telegram-fleet.ts';

const sizes = {
  full: {
    latencyMs: 50,
    fans: 200,
    perForum: 3000,
    tenants: 50,
    perTenant: 60,
    flow: { perSecond: 1000, seconds: 10, warmUpSeconds: 2 },
    rounds: 3,
  },
  tiny: {
    latencyMs: 5,
    fans: 3,
    perForum: 6,
    tenants: 2,
    perTenant: 2,
    flow: { perSecond: 20, seconds: 0.4, warmUpSeconds: 0.1 },
    rounds: 1,
  },
};

/**
 * Telegram takes 50 ms for every call and limits nothing. In a forum each fan's topic is a lane, with at most 30 calls in
 * flight for one bot: 600 a second is the ceiling. A private desk is one lane with one call at a time: 50 of them make at
 * most 1,000 a second. They are measured while fans write at just that pace, and when all write at once.
 */
export const latency: Measurement = {
  name: 'latency',
  async run(scale, tell) {
    const { latencyMs, fans, perForum, tenants, perTenant, flow, rounds } = sizes[scale];
    await using telegram = await startTelegram();
    using installation = makeInstallation();
    const forum = await telegram.fleet({ tenants: 1, fans, desk: 'forum', prefix: 'forum' });
    const desks = await telegram.fleet({ tenants, fans: 4, desk: 'private', prefix: 'desk' });
    {
      await using storage = await installation.open();
      await addTenants(storage, [...forum, ...desks]);
    }
    await using fanline = await startFanline(installation, { apiRoot: telegram.url });
    await telegram.settled([...forum, ...desks]);
    // Topics are made, and everything is warm.
    await telegram.burst(forum, fans);
    await telegram.burst(desks, 4);
    await fanline.rest();
    await telegram.latency(latencyMs);
    const rates = { forum: [] as number[], desks: [] as number[], atOnce: [] as number[] };
    for (let round = 1; round <= rounds; round += 1) {
      rates.forum.push(await telegram.burst(forum, perForum));
      rates.desks.push(await telegram.flow(desks, flow));
      rates.atOnce.push(await telegram.burst(desks, perTenant));
      const [forums, flowing, atOnce] = [rates.forum, rates.desks, rates.atOnce].map((all) =>
        all.at(-1)?.toFixed(0),
      );
      tell(`round ${round}: forum ${forums}/s, private desks ${flowing}/s, at once ${atOnce}/s`);
    }
    return [
      figure('latency/forum', `a forum desk, ${fans} fans, ${latencyMs} ms`, rates.forum, 300),
      figure('latency/private', `${tenants} private desks, ${latencyMs} ms`, rates.desks, 900),
      figure(
        'latency/private-at-once',
        `the same, ${tenants * perTenant} messages at once`,
        rates.atOnce,
        900,
      ),
    ];
  },
};

function figure(name: string, title: string, rates: readonly number[], atLeast: number): Figure {
  return {
    name,
    title,
    value: median(rates),
    unit: 'messages/s',
    baseline: null,
    target: { of: 'value', atLeast },
  };
}
