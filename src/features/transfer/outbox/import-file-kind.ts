import type { ImportId } from '#src/core/ids.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Downloaded } from '#src/telegram/download-file.ts';
import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';
import type { OutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import { endImport, importById, insertFile } from '../queries/import-rows.ts';
import { tableRow } from '../services/bring-table.ts';
import { sayThere } from '../services/say-there.ts';
import { jobs, nextStep } from '../services/transfer-jobs.ts';

/** Fetches a table that was brought; then it is looked at. */
export const importFileKind: OutboxKind = {
  kind: tableRow,
  async onSent(tx, row, result, services) {
    const id = idOf(row);
    const now = services.clock.now();
    if ((await importById(tx, id))?.state !== 'checking') return;
    await insertFile(tx, id, (result as Downloaded).bytes);
    await nextStep(tx, jobs.check, id, now);
  },
  async onFailed(tx, row, _failure, services) {
    const now = services.clock.now();
    const brought = await importById(tx, idOf(row));
    if (brought?.state !== 'checking') return 'ended';
    await endImport(tx, brought.id, 'dropped', now);
    const t = services.texts.for(await preferenceOf(tx, 'language'));
    await sayThere(tx, brought, t('transfer-not-fetched'), now);
    return 'ended';
  },
};

function idOf({ ref }: OutboxRow): ImportId {
  return ref['importId'] as ImportId;
}
