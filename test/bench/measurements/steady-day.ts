import type { Measurement } from '../measurement.ts';
import { startFanline } from '../support/fanline-process.ts';
import type { Usage } from '../support/probe-calls.ts';
import { addTenants, makeInstallation } from '../support/provision.ts';
import { startTelegram } from '../support/telegram-fleet.ts';

const sizes = {
  full: { tenants: 10, fans: 20, hours: 24, stepsPerHour: 6, perStep: 8 },
  tiny: { tenants: 2, fans: 2, hours: 4, stepsPerHour: 1, perStep: 2 },
};
const hourMs = 3_600_000;

/**
 * A day of steady traffic, with the program's clock set forward between messages so that everything that is done by the hour
 * is done. Memory (heap and everything, after a collection) and file handles at the end against those of the second quarter.
 */
export const steadyDay: Measurement = {
  name: 'steady-day',
  async run(scale, tell) {
    const { tenants, fans, hours, stepsPerHour, perStep } = sizes[scale];
    await using telegram = await startTelegram();
    using installation = makeInstallation();
    const seeds = await telegram.fleet({ tenants, fans, desk: 'private', prefix: 'day' });
    {
      await using storage = await installation.open();
      await addTenants(storage, seeds);
    }
    const options = { apiRoot: telegram.url, skipping: true };
    await using fanline = await startFanline(installation, options);
    await telegram.settled(seeds);
    const hourly: Usage[] = [];
    for (let hour = 1; hour <= hours; hour += 1) {
      for (let step = 0; step < stepsPerHour; step += 1) {
        await telegram.burst(seeds, perStep);
        await fanline.skip(hourMs / stepsPerHour);
      }
      hourly.push(await fanline.usage());
    }
    const quarter = hours / 4;
    const early = meanOf(hourly.slice(quarter, quarter * 2));
    const late = meanOf(hourly.slice(-quarter));
    tell(`${tenants * stepsPerHour * perStep * hours} messages in ${hours} simulated hours`);
    return [
      {
        name: 'steady-day/memory',
        title: `memory after ${hours} simulated hours, against the first half`,
        value: late.rss / 2 ** 20,
        unit: 'MiB',
        baseline: early.rss / 2 ** 20,
        target: { of: 'ratio', atMost: 1.1 },
      },
      {
        name: 'steady-day/handles',
        title: `file handles after ${hours} simulated hours, against the first half`,
        value: late.handles,
        unit: 'handles',
        baseline: early.handles,
        target: { of: 'ratio', atMost: 1.02 },
      },
    ];
  },
};

function meanOf(usages: readonly Usage[]): { rss: number; handles: number } {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    rss: mean(usages.map(({ rss }) => rss)),
    handles: mean(usages.map(({ handles }) => handles)),
  };
}
