import type { Tx } from '#src/storage/reader.ts';
import { endBadly } from '#src/telegram/outbox/end-badly.ts';
import { changeRow, rowsSending, type SenderRow } from '#src/telegram/outbox/outbox-queries.ts';
import { isSafeToRepeat } from '#src/telegram/outbox/safe-to-repeat.ts';
import type { KindParts } from '#src/telegram/outbox/sender-parts.ts';

/**
 * Takes up the rows that an earlier process left in a call, before anything is claimed: what may be called again goes
 * back into the queue, and a call that may have reached a fan becomes `uncertain`. The answer is how many there were.
 */
export async function recover(tx: Tx, parts: KindParts): Promise<number> {
  const rows = await rowsSending(tx);
  for (const row of rows) {
    if (mayCallAgain(row)) {
      const repeated = row.step === 'call' || row.repeated ? 1 : 0;
      await changeRow(tx, row.id, { state: 'queued', step: 'call', not_before: 0, repeated });
    } else {
      const description = 'the program ended during the call';
      await endBadly(tx, row, { reason: 'unknown', code: null, description }, parts);
    }
  }
  return rows.length;
}

function mayCallAgain(row: SenderRow): boolean {
  return row.step === 'prelude' || row.audience !== 'fan' || isSafeToRepeat(row.method);
}
