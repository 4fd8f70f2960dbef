import type { Measurement } from '../measurement.ts';
import { textMaker } from '../support/made-up-text.ts';
import { addTenants, makeInstallation } from '../support/provision.ts';
import { startTelegram } from '../support/telegram-fleet.ts';
import { measureLocalDrafts } from './drafts/local.ts';

/** What drafts cost: found among the creator's own past answers. */
export const drafts: Measurement = {
  name: 'drafts',
  async run(scale, tell) {
    await using telegram = await startTelegram();
    using installation = makeInstallation();
    const seeds = await telegram.fleet({ tenants: 1, fans: 1, desk: 'private', prefix: 'drafts' });
    await using storage = await installation.open();
    const [record] = await addTenants(storage, seeds);
    if (!record) throw new Error('no tenant');
    const bed = { storage, tenantId: record.tenantId, maker: textMaker(), scale, tell };
    return await measureLocalDrafts(bed);
  },
};
