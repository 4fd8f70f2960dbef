import type { Tx } from '#src/storage/reader.ts';
import { inSavepoint } from '#src/telegram/in-savepoint.ts';
import { changeRow, type SenderRow } from '#src/telegram/outbox/outbox-queries.ts';
import type { SendFailure } from '#src/telegram/outbox/send-failure.ts';
import type { KindParts } from '#src/telegram/outbox/sender-parts.ts';

/** How often one row's kind may ask for another try. */
export const mostAgains = 3;

/**
 * Ends a row badly: first the hooks hear that a person cannot be reached, then the row's kind hears of the failure. A
 * kind that asks for another try gets it a few times, except after a lost answer or when the row came too late.
 */
export async function endBadly(
  tx: Tx,
  row: SenderRow,
  failure: SendFailure,
  parts: KindParts,
): Promise<void> {
  const { services, kinds } = parts;
  services.log.info('telegram.send_failed', {
    tenantId: tx.tenantId,
    row: row.id,
    kind: row.kind,
    method: row.method,
    reason: failure.reason,
    code: failure.code,
    description: failure.description,
  });
  await tellUnreachable(tx, row, failure, parts);
  const kind = kinds.get(row.kind);
  const heard = await inSavepoint(
    tx,
    async () => (await kind?.onFailed?.(tx, row, failure, services)) ?? 'ended',
  );
  if (!heard.ok) logKindFault(tx, row, 'on-failed', heard.code, parts);
  const mayTryAgain = failure.reason !== 'unknown' && failure.reason !== 'expired';
  if (heard.ok && heard.value === 'again' && mayTryAgain && row.agains < mostAgains) {
    await changeRow(tx, row.id, {
      state: 'queued',
      step: 'call',
      not_before: 0,
      agains: row.agains + 1,
      failure: failure.reason,
    });
    return;
  }
  await changeRow(tx, row.id, {
    state: endState(failure),
    failure: failure.reason,
    finished_at: services.clock.now(),
    ...(failure.reason === 'expired' ? { payload: null } : {}),
  });
}

/** Logs that a feature's code failed for a row; the row goes on without it. */
export function logKindFault(
  tx: Tx,
  row: SenderRow,
  when: 'prepare' | 'prelude-done' | 'on-sent' | 'on-failed',
  code: string,
  parts: KindParts,
): void {
  parts.services.log.error('telegram.outbox_kind_failed', {
    tenantId: tx.tenantId,
    row: row.id,
    kind: row.kind,
    when,
    code,
  });
}

function endState(failure: SendFailure): 'failed' | 'uncertain' | 'cancelled' {
  if (failure.reason === 'unknown') return 'uncertain';
  return failure.reason === 'expired' ? 'cancelled' : 'failed';
}

async function tellUnreachable(
  tx: Tx,
  row: SenderRow,
  failure: SendFailure,
  parts: KindParts,
): Promise<void> {
  const { chatId } = row;
  const reach = failure.reason;
  if (chatId === null || chatId < 0 || (reach !== 'blocked' && reach !== 'gone')) return;
  for (const hooks of parts.hooks) {
    const told = await inSavepoint(tx, async () =>
      hooks.personUnreachable?.(tx, chatId, reach, parts.services),
    );
    if (!told.ok) logKindFault(tx, row, 'on-failed', told.code, parts);
  }
}
