import type { Measurement } from '../measurement.ts';
import { textMaker } from '../support/made-up-text.ts';
import { addTenants, makeInstallation } from '../support/provision.ts';
import { startTelegram } from '../support/telegram-fleet.ts';
import { measureContext } from './drafts/context.ts';
import { measureLocalDrafts } from './drafts/local.ts';
import { measureSlowProvider } from './drafts/slow-provider.ts';
import { measureWholeDrafts } from './drafts/whole.ts';

/** What drafts cost: found among past answers, told to a model, and while 500 of them wait for a slow one. */
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
    const local = await measureLocalDrafts(bed);
    const whole = await measureWholeDrafts(bed);
    const context = measureContext(scale, tell);
    return [...local, ...whole, context, ...(await measureSlowProvider(telegram, scale, tell))];
  },
};
