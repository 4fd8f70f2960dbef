import type { UserId } from '#src/core/ids.ts';
import type { Feature } from '#src/telegram/feature.ts';
import { recordReach } from './service.ts';
import { fansHandlers } from './telegram/handlers.ts';

export type { Fan, TelegramPerson } from './fan.ts';
export { fanByFormerHandle, fanByHandle, fanById, fanByUser, fansByIds } from './queries.ts';
export { displayName, safeLine, safeName, shortened } from './rules.ts';
export { fanLabels } from './rules-fan-labels.ts';
export { fanName, fanNames, recordReach, requireFan, upsertFan } from './service.ts';
export type { FanTable, FormerHandleTable } from './tables.ts';

/** Who writes to the creator, and whether they can be reached. */
export const fansFeature: Feature = {
  name: 'fans',
  handlers: fansHandlers,
  hooks: {
    async personUnreachable(tx, chatId, reach, services) {
      await recordReach(tx, chatId as number as UserId, reach, services.clock.now());
    },
  },
};
