import { newTenant } from '#test/support/new-tenant.ts';
import { freePort } from '#test/support/program.ts';
import type { Measurement } from '../measurement.ts';
import { releasedExport, releasedMigrations } from '../support/bench-release.ts';
import { startFanline } from '../support/fanline-process.ts';
import { type Installation, makeInstallation } from '../support/provision.ts';
import { quietDisk } from '../support/quiet-disk.ts';
import { startTelegram } from '../support/telegram-fleet.ts';

const sizes = {
  full: { few: 1000, many: 10_000, waitMs: 12_000 },
  tiny: { few: 2, many: 6, waitMs: 0 },
};

/**
 * 10,000 tenants whose webhooks are registered already, as at a restart. The memory of one that is idle and closed: what
 * 10,000 take more than 1,000, since the same number of files is kept open for both, some seconds after the thread of the
 * first look through all files has ended: then V8 gives its memory back.
 */
export const manyTenants: Measurement = {
  name: 'many-tenants',
  async run(scale, tell) {
    const { few, many, waitMs } = sizes[scale];
    await using telegram = await startTelegram();
    using installation = makeInstallation();
    const port = await freePort();
    const start = () => startFanline(installation, { apiRoot: telegram.url, port });
    const memory = async () => {
      await using fanline = await start();
      await fanline.rest();
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      return { ready: fanline.readyAfter, ...(await fanline.usage()) };
    };
    await provision(installation, port, { from: 0, to: few });
    const small = await memory();
    const began = performance.now();
    await provision(installation, port, { from: few, to: many });
    const each = (performance.now() - began) / (many - few);
    tell(`provisioned, ${each.toFixed(1)} ms each`);
    if (scale === 'full') await quietDisk(installation.dir);
    const large = await memory();
    await using storage = await installation.open({
      migrations: releasedMigrations,
      migrationsExport: releasedExport,
    });
    const migrating = performance.now();
    const { migrated } = await storage.migrator.migrateAll();
    if (migrated.length !== many) throw new Error(`${migrated.length} of ${many} were migrated`);
    const seconds = (performance.now() - migrating) / 1000;
    return [
      {
        name: 'many-tenants/ready',
        title: `${many} tenants: from the start of the process until ready`,
        value: large.ready,
        unit: 's',
        baseline: null,
        target: { of: 'value', atMost: 5 },
      },
      {
        name: 'many-tenants/memory',
        title: 'memory of a tenant that is idle and closed',
        value: (large.rss - small.rss) / 1024 / (many - few),
        unit: 'KiB',
        baseline: null,
        target: { of: 'value', atMost: 20 },
      },
      {
        name: 'many-tenants/migrate',
        title: `${many} migrations`,
        value: seconds,
        unit: 's',
        baseline: null,
        target: { of: 'value', atMost: 40 },
      },
    ];
  },
};

async function provision(
  installation: Installation,
  port: number,
  range: { from: number; to: number },
): Promise<void> {
  await using storage = await installation.open();
  for (let index = range.from; index < range.to; index += 1) {
    const id = 7_000_000_000 + index;
    const token = `${id}:${'a'.repeat(35)}`;
    const bot = { id, token, username: `many${index}_bot`, name: `Many ${index}` };
    const place = { ...storage, dir: installation.dir };
    const record = await newTenant(place, { slug: `many${index}-bot`, bot });
    const webhookUrl = `http://127.0.0.1:${port}/hook/${record.webhookPath}`;
    await storage.control.change(record.tenantId, { webhookUrl });
  }
}
