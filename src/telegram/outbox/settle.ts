import type { ChatId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import type { Tx } from '#src/storage/reader.ts';
import { afterCall } from '#src/telegram/outbox/after-call.ts';
import { backoffMs, fraction } from '#src/telegram/outbox/backoff.ts';
import { endBadly, logKindFault, mostAgains } from '#src/telegram/outbox/end-badly.ts';
import { inSavepoint } from '#src/telegram/in-savepoint.ts';
import { moveChat, moveRow } from '#src/telegram/outbox/move-chat.ts';
import { changeRow, type SenderRow } from '#src/telegram/outbox/outbox-queries.ts';
import { paceAfterFlood } from '#src/telegram/outbox/pacing.ts';
import type { Answered, Claimed, KindParts } from '#src/telegram/outbox/sender-parts.ts';

/** How often a row is prepared anew after its kind's own code failed. */
const mostKindFaults = 5;

/**
 * Writes down how a call ended: the row's new state together with what its kind makes of it, in the caller's
 * transaction.
 */
export async function settle(
  tx: Tx,
  { claimed, outcome }: Answered,
  parts: KindParts,
): Promise<void> {
  const { row, call, step } = claimed;
  const { clock, random } = parts.services;
  if (outcome === null) {
    await changeRow(tx, row.id, { state: 'queued', claimed_at: claimed.claimedBefore });
    return;
  }
  const ended = {
    method: call.method,
    audience: row.audience,
    step,
    attempts: row.attempts,
    firstTriedAt: row.claimedAt ?? clock.now(),
  } as const;
  const jitter = outcome.outcome === 'ok' ? 0 : fraction(random);
  const verdict = afterCall(ended, outcome, clock.now(), jitter);
  switch (verdict.then) {
    case 'done':
      await (claimed.done
        ? settlePrelude(tx, claimed, verdict.result, parts)
        : settleSent(tx, { ...row, ...call }, verdict.result, parts));
      return;
    case 'queue':
      await changeRow(tx, row.id, {
        state: 'queued',
        step: 'call',
        not_before: verdict.notBefore,
        attempts: row.attempts + (verdict.counts ? 1 : 0),
        ...(verdict.repeated && step === 'call' ? { repeated: 1 as const } : {}),
      });
      if (outcome.outcome === 'flood') await tellFlooded(tx, row, outcome.retryAfterMs, parts);
      return;
    case 'move':
      await settleMoved(tx, claimed, verdict.to, parts);
      return;
    case 'fail':
    case 'ask':
      await endBadly(tx, row, verdict.failure, parts);
      return;
    default:
      unreachable(verdict);
  }
}

async function settleSent(
  tx: Tx,
  row: SenderRow,
  result: unknown,
  parts: KindParts,
): Promise<void> {
  const { clock } = parts.services;
  await changeRow(tx, row.id, {
    state: 'sent',
    payload: null,
    failure: null,
    finished_at: clock.now(),
  });
  const kind = parts.kinds.get(row.kind);
  const told = await inSavepoint(tx, async () => kind?.onSent?.(tx, row, result, parts.services));
  // What Telegram has done stays done: a fault of ours must not send it twice.
  if (!told.ok) logKindFault(tx, row, 'on-sent', told.code, parts);
}

async function settlePrelude(
  tx: Tx,
  { row, step, done }: Claimed,
  result: unknown,
  parts: KindParts,
): Promise<void> {
  const stored = await inSavepoint(tx, async () => done?.(tx, result));
  if (stored.ok) {
    // This piece is there for certain now; a repeat is told of each piece by itself.
    const known = step === 'call' ? { repeated: 0 as const } : {};
    await changeRow(tx, row.id, { state: 'queued', step: 'call', not_before: 0, ...known });
    return;
  }
  logKindFault(tx, row, 'prelude-done', stored.code, parts);
  await afterKindFault(tx, row, stored.code, parts);
}

async function settleMoved(
  tx: Tx,
  { row, call }: Claimed,
  to: ChatId,
  parts: KindParts,
): Promise<void> {
  const from = row.chatId ?? (call.payload['chat_id'] as ChatId | undefined);
  const moved = await inSavepoint(tx, async () => {
    if (from === undefined || row.agains >= mostAgains) return false;
    const move = { from, to };
    await moveChat(tx, move, parts);
    await moveRow(tx, row, move);
    await changeRow(tx, row.id, {
      state: 'queued',
      step: 'call',
      not_before: 0,
      agains: row.agains + 1,
    });
    return true;
  });
  if (moved.ok && moved.value) return;
  if (!moved.ok) logKindFault(tx, row, 'on-failed', moved.code, parts);
  const description = 'the group was upgraded to a supergroup';
  await endBadly(tx, row, { reason: 'chat-missing', code: 400, description }, parts);
}

/** After a fault in a kind's own code: tried again later, a few times, then the row ends. */
export async function afterKindFault(
  tx: Tx,
  row: SenderRow,
  code: string,
  parts: KindParts,
): Promise<void> {
  const { clock, random } = parts.services;
  const attempts = row.attempts + 1;
  if (attempts >= mostKindFaults) {
    await endBadly(tx, row, { reason: 'refused', code: null, description: code }, parts);
    return;
  }
  await changeRow(tx, row.id, {
    state: 'queued',
    step: 'call',
    attempts,
    claimed_at: row.claimedAt ?? clock.now(),
    not_before: clock.now() + backoffMs(attempts, fraction(random)),
  });
}

async function tellFlooded(
  tx: Tx,
  row: SenderRow,
  retryAfterMs: number,
  parts: KindParts,
): Promise<void> {
  const { chatId } = row;
  if (chatId === null) return;
  const pace = paceAfterFlood(chatId, retryAfterMs, parts.services.clock.now());
  for (const hooks of parts.hooks) {
    const told = await inSavepoint(tx, async () =>
      hooks.chatFlooded?.(tx, chatId, pace, parts.services),
    );
    if (!told.ok) logKindFault(tx, row, 'on-failed', told.code, parts);
  }
}
