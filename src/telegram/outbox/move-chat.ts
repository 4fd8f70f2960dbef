import type { ChatId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import {
  changeRow,
  queuedRowsOfChat,
  type SenderRow,
} from '#src/telegram/outbox/outbox-queries.ts';
import type { KindParts } from '#src/telegram/outbox/sender-parts.ts';

/**
 * A group has become the supergroup `to`: features rewrite what they stored, and what waits for the old chat waits for
 * the new one. Repeating it finds nothing left to do.
 */
export async function moveChat(
  tx: Tx,
  move: { from: ChatId; to: ChatId },
  parts: KindParts,
): Promise<void> {
  parts.services.log.info('telegram.chat_migrated', { tenantId: tx.tenantId, ...move });
  for (const hooks of parts.hooks) {
    await hooks.chatMigrated?.(tx, move.from, move.to, parts.services);
  }
  for (const row of await queuedRowsOfChat(tx, move.from)) await moveRow(tx, row, move);
}

/** Points one row at the new chat. */
export async function moveRow(
  tx: Tx,
  row: SenderRow,
  move: { from: ChatId; to: ChatId },
): Promise<void> {
  await changeRow(tx, row.id, {
    chat_id: row.chatId === move.from ? move.to : row.chatId,
    lane: movedLane(row.lane, move),
    payload: JSON.stringify(movedPayload(row.payload, move)),
  });
}

function movedLane(lane: string, { from, to }: { from: ChatId; to: ChatId }): string {
  const old = `${from}`;
  return lane === old || lane.startsWith(`${old}/`) ? `${to}${lane.slice(old.length)}` : lane;
}

function movedPayload(
  payload: SenderRow['payload'],
  { from, to }: { from: ChatId; to: ChatId },
): Record<string, unknown> {
  const moved: Record<string, unknown> = { ...payload };
  for (const name of ['chat_id', 'from_chat_id']) if (moved[name] === from) moved[name] = to;
  return moved;
}
