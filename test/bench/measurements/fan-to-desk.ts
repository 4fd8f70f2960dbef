import type { Measurement } from '../measurement.ts';
import { startChild } from '../support/child.ts';
import { startFanline } from '../support/fanline-process.ts';
import { addTenants, makeInstallation } from '../support/provision.ts';
import { median } from '../support/stats.ts';
import { startTelegram } from '../support/telegram-fleet.ts';

const sizes = {
  full: { tenants: 20, fans: 20, perTenant: 200, warmUp: 100, rounds: 5 },
  tiny: { tenants: 2, fans: 2, perTenant: 4, warmUp: 1, rounds: 1 },
};

/**
 * Fans of 20 tenants with private desks all write at once. Baseline: the same number of bare grammY bots that copy each
 * message on, against the same sandbox process.
 */
export const fanToDesk: Measurement = {
  name: 'fan-to-desk',
  async run(scale, tell) {
    const { tenants, fans, perTenant, warmUp, rounds } = sizes[scale];
    await using telegram = await startTelegram();
    using installation = makeInstallation();
    const desk = 'private';
    const ours = await telegram.fleet({ tenants, fans, desk, prefix: 'ours' });
    const bare = await telegram.fleet({ tenants, fans, desk, prefix: 'bare' });
    {
      await using storage = await installation.open();
      await addTenants(storage, ours);
    }
    await using bots = startChild('test/bench/support/bare-bot-child.ts');
    await bots.call('start', { apiRoot: telegram.url, seeds: bare });
    await using fanline = await startFanline(installation, { apiRoot: telegram.url });
    await telegram.settled([...ours, ...bare]);
    await telegram.burst(bare, warmUp);
    await telegram.burst(ours, warmUp);
    const rates = { ours: [] as number[], bare: [] as number[] };
    const cpuBefore = await fanline.cpu();
    for (let round = 1; round <= rounds; round += 1) {
      // What features do later with the messages must not fall into the bare bot's burst.
      await fanline.rest();
      rates.bare.push(await telegram.burst(bare, perTenant));
      rates.ours.push(await telegram.burst(ours, perTenant));
      tell(`round ${round}: ${shown(rates.ours)} of ${shown(rates.bare)} messages/s`);
    }
    const cpu = (await fanline.cpu()) - cpuBefore;
    tell(
      `${((cpu * 1000) / (rounds * tenants * perTenant)).toFixed(2)} ms of processor time a message`,
    );
    return [
      {
        name: 'fan-to-desk',
        title: `fan message to desk, ${tenants} tenants, against a bare bot`,
        value: median(rates.ours),
        unit: 'messages/s',
        baseline: median(rates.bare),
        target: { of: 'ratio', atLeast: 0.5 },
      },
    ];
  },
};

function shown(rates: readonly number[]): string {
  return Math.round(rates.at(-1) ?? 0).toString();
}
