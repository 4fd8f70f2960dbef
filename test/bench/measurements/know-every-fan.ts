import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { createTexts } from '#src/telegram/texts.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { fillBusyTenant } from '../support/busy-tenant.ts';
import { textMaker } from '../support/made-up-text.ts';
import { addTenants, makeInstallation } from '../support/provision.ts';
import { quietDisk } from '../support/quiet-disk.ts';
import { startTelegram } from '../support/telegram-fleet.ts';
import type { Bed, Part } from './know-every-fan/bed.ts';
import { measureIngest, strip } from './know-every-fan/ingest.ts';
import { measureInsights } from './know-every-fan/insights.ts';
import { measurePages } from './know-every-fan/pages.ts';
import { measureSearch } from './know-every-fan/search.ts';
import { measureSegments } from './know-every-fan/segments.ts';

const sizes = {
  full: { fans: 100_000, messages: 1_000_000, writers: 100 },
  tiny: { fans: 100, messages: 1_000, writers: 2 },
};

/** What is measured on the busy tenant, in this order. */
const parts: readonly Part[] = [measurePages, measureInsights, measureSegments, measureSearch];

/** A creator with many fans and a long history: how long each thing takes that the creator asks for. */
export const knowEveryFan: Measurement = {
  name: 'know-every-fan',
  async run(scale, tell) {
    const { writers, ...size } = sizes[scale];
    await using telegram = await startTelegram();
    using installation = makeInstallation();
    const order = { tenants: 1, fans: writers, desk: 'private' as const };
    const busy = await telegram.fleet({ ...order, prefix: 'busy' });
    const bare = await telegram.fleet({ ...order, prefix: 'bare' });
    const figures: Figure[] = [];
    {
      await using storage = await installation.open();
      const [busyRecord, bareRecord] = await addTenants(storage, [...busy, ...bare]);
      if (!busyRecord || !bareRecord) throw new Error('no tenants');
      const { tenantId } = busyRecord;
      const started = performance.now();
      await strip(storage, bareRecord.tenantId);
      await fillBusyTenant(storage, bareRecord.tenantId, size);
      await fillBusyTenant(storage, tenantId, size);
      tell(`filled in ${((performance.now() - started) / 1000).toFixed(1)} s`);
      if (scale === 'full') await quietDisk(installation.dir);
      const services = {
        clock: systemClock,
        random: systemRandom,
        log: silentLog,
        texts: createTexts(),
      };
      const bed: Bed = { storage, tenantId, services, maker: textMaker(), scale, tell };
      for (const part of parts) figures.push(...(await part(bed)));
    }
    figures.push(await measureIngest(installation, telegram, { busy, bare, scale }));
    return figures;
  },
};
