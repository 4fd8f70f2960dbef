import type { AppFeature } from '#src/features/feature.ts';
import { applyKind, checkKind, endWaitingKind, exportKind, forgetKind, readKind } from './jobs.ts';
import { exportFileKind } from './outbox/export-file-kind.ts';
import { importFileKind } from './outbox/import-file-kind.ts';
import { moveImports } from './queries/import-rows.ts';
import { handlers } from './telegram/handlers.ts';

export { transferReader } from './services/transfer-reader.ts';

/** What creators bring along and take with them: `/import` and `/export`. */
export const transferFeature: AppFeature = {
  name: 'transfer',
  forDesk: true,
  handlers,
  outboxKinds: [importFileKind, exportFileKind],
  jobKinds: [checkKind, readKind, applyKind, forgetKind, endWaitingKind, exportKind],
  hooks: {
    async chatMigrated(tx, from, to) {
      await moveImports(tx, from, to);
    },
  },
};
