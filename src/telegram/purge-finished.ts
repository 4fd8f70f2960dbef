import type { Tx } from '#src/storage/reader.ts';
import { purgeDone } from '#src/telegram/ingest/update-queries.ts';
import { purgeFiles } from '#src/telegram/outbox/file-queries.ts';
import { purgeEnded } from '#src/telegram/outbox/outbox-queries.ts';

const dayMs = 86_400_000;
/** Telegram delivers an update again for up to 24 hours; done updates are kept far longer for deduplication. */
const keepUpdatesMs = 8 * dayMs;
/** Sent and cancelled outbox rows hold no content; they are kept a while for operators. */
const keepOutboxMs = 7 * dayMs;
/** Files of rows that were not retried, and files that no row took. */
const keepFilesMs = 7 * dayMs;
const keepUnusedFilesMs = dayMs;
const rowsAtOnce = 500;
const filesAtOnce = 5;

/** Forgets a batch of finished updates and outbox rows; true when there may be more. `now` in epoch ms. */
export async function purgeFinished(tx: Tx, now: number): Promise<boolean> {
  const updates = await purgeDone(tx, now - keepUpdatesMs, rowsAtOnce);
  const rows = await purgeEnded(tx, now - keepOutboxMs, rowsAtOnce);
  const files = await purgeFiles(
    tx,
    { before: now - keepFilesMs, unused: now - keepUnusedFilesMs },
    filesAtOnce,
  );
  return updates === rowsAtOnce || rows === rowsAtOnce || files === filesAtOnce;
}
