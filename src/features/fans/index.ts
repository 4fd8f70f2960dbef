import type { UserId } from '#src/core/ids.ts';
import type { Feature } from '#src/telegram/feature.ts';
import { recordReach } from './service.ts';
import { fansHandlers } from './telegram/handlers.ts';

export type { Fan, TelegramPerson } from './fan.ts';
export { fanByHandle, fanById, fanByUser, fansByIds } from './queries.ts';
export { displayName, safeLine, safeName } from './rules.ts';
export { fanName, recordReach, requireFan, upsertFan } from './service.ts';
export type { FanTable } from './tables.ts';

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
