import type { OutboxId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { NewOutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';

/** Writes one outbox row in the caller's transaction; the sender takes it up after the commit. `now` in epoch ms. */
export async function enqueue(tx: Tx, now: number, row: NewOutboxRow): Promise<OutboxId> {
  const inserted = await tx.db
    .insertInto('outbox')
    .values({
      kind: row.kind ?? 'call',
      method: row.method,
      payload: JSON.stringify(row.payload),
      ref: row.ref ? JSON.stringify(row.ref) : null,
      lane: row.lane ?? (row.chatId === null ? 'bot' : `${row.chatId}`),
      chat_id: row.chatId,
      audience: row.audience,
      priority: row.priority ?? priority.reply,
      not_before: row.notBefore ?? 0,
      expires_at: row.expiresAt ?? null,
      failure: null,
      created_at: now,
      claimed_at: null,
      finished_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return inserted.id;
}
