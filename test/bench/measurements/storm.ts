import type { Measurement } from '../measurement.ts';
import { startFanline } from '../support/fanline-process.ts';
import { addTenants, makeInstallation } from '../support/provision.ts';
import { percentile } from '../support/stats.ts';
import { startTelegram } from '../support/telegram-fleet.ts';

const sizes = {
  full: { tenants: 20, fans: 50, stormPerSecond: 500, seconds: 10, warmUp: 50 },
  tiny: { tenants: 3, fans: 2, stormPerSecond: 20, seconds: 0.3, warmUp: 1 },
};

/** One tenant gets 500 messages a second for 10 s, the others one a second each: how long theirs take to the desk. */
export const storm: Measurement = {
  name: 'storm',
  async run(scale, tell) {
    const { tenants, fans, stormPerSecond, seconds, warmUp } = sizes[scale];
    await using telegram = await startTelegram();
    using installation = makeInstallation();
    const seeds = await telegram.fleet({ tenants, fans, desk: 'private', prefix: 'storm' });
    {
      await using storage = await installation.open();
      await addTenants(storage, seeds);
    }
    await using fanline = await startFanline(installation, { apiRoot: telegram.url });
    await telegram.settled(seeds);
    await telegram.burst(seeds, warmUp);
    await fanline.rest();
    const [stormy, ...others] = seeds.map(({ botId }) => botId);
    const took = await telegram.pace({
      seconds,
      streams: [
        { group: 'storm', botIds: stormy === undefined ? [] : [stormy], perSecond: stormPerSecond },
        { group: 'others', botIds: others, perSecond: Math.max(10, others.length) },
      ],
    });
    tell(`the storm's own messages: ${percentile(took['storm'] ?? [], 0.99).toFixed(0)} ms at p99`);
    return [
      {
        name: 'storm',
        title: `others' relays while one tenant gets ${stormPerSecond * seconds} messages, p99`,
        value: percentile(took['others'] ?? [], 0.99),
        unit: 'ms',
        baseline: null,
        target: { of: 'value', atMost: 1000 },
      },
    ];
  },
};
