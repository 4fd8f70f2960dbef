import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';
import { exportRow, sayExportFailed } from '../services/write-export.ts';

/** Sends a part of an export. */
export const exportFileKind: OutboxKind = {
  kind: exportRow,
  async onFailed(tx, { chatId }, _failure, services) {
    if (chatId !== null) await sayExportFailed(tx, chatId, services);
    return 'ended';
  },
};
