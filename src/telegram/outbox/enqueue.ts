import type { Insertable } from 'kysely';
import type { OutboxId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import { giveFiles } from '#src/telegram/outbox/file-queries.ts';
import { fileRefsIn } from '#src/telegram/outbox/file-ref.ts';
import type { NewOutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import type { OutboxTable } from '#src/telegram/tables.ts';

/** What differs from row to row; the rest is as every new row has it. */
type Columns = Pick<
  Insertable<OutboxTable>,
  | 'kind'
  | 'method'
  | 'payload'
  | 'ref'
  | 'lane'
  | 'chat_id'
  | 'audience'
  | 'priority'
  | 'not_before'
  | 'expires_at'
  | 'created_at'
>;

const insertion = statement((db, row: Required<Columns>) =>
  db.insertInto('outbox').values({
    kind: row.kind,
    method: row.method,
    payload: row.payload,
    ref: row.ref,
    lane: row.lane,
    chat_id: row.chat_id,
    audience: row.audience,
    priority: row.priority,
    not_before: row.not_before,
    expires_at: row.expires_at,
    failure: null,
    created_at: row.created_at,
    claimed_at: null,
    finished_at: null,
  }),
);

/**
 * Writes one outbox row in the caller's transaction; the sender takes it up after the commit. `now` in epoch ms.
 *
 * Bytes that Telegram does not have yet are stored with `attachFile` before (in this transaction or an earlier one), and
 * what it gives stands in the payload where a file_id would: `document: await attachFile(tx, now, { name, bytes })`, or
 * `media: { type: 'photo', media: await attachFile(…) }`. They are uploaded when the row is sent. A kind that builds
 * its payload anew takes the reference over from its row's payload.
 */
export async function enqueue(tx: Tx, now: number, row: NewOutboxRow): Promise<OutboxId> {
  const id = (await insertion.insert(tx, {
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
    created_at: now,
  })) as OutboxId;
  const files = fileRefsIn(row.payload);
  if (files.length > 0) await giveFiles(tx, files, id);
  return id;
}
