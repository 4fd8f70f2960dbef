import type { Selectable } from 'kysely';
import type { ChatId, FanId, ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { ThreadTable } from '../tables.ts';
import type { Thread } from '../thread.ts';

/** The thread with this id. */
export async function threadById(reader: Reader, id: ThreadId): Promise<Thread | undefined> {
  const row = await reader.db
    .selectFrom('thread')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toThread(row);
}

/** The fan's thread on the bot chat, made at the first message; records when the fan wrote and since when they wait. */
export async function openThreadFor(
  tx: Tx,
  fanId: FanId,
  chatId: ChatId,
  now: number,
): Promise<Thread> {
  const row = await tx.db
    .insertInto('thread')
    .values({
      fan_id: fanId,
      line: 'bot',
      chat_id: chatId,
      waiting_since: now,
      last_fan_message_at: now,
      last_reply_at: null,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['fan_id', 'line', 'line_key']).doUpdateSet((eb) => ({
        last_fan_message_at: now,
        waiting_since: eb.fn.coalesce('thread.waiting_since', eb.val(now)),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return toThread(row);
}

/** Records that the creator answered: nobody waits in this thread any more. */
export async function updateAnswered(tx: Tx, id: ThreadId, now: number): Promise<void> {
  await tx.db
    .updateTable('thread')
    .set({ waiting_since: null, last_reply_at: now })
    .where('id', '=', id)
    .execute();
}

/** Records since when the fan waits; null for no longer. */
export async function updateWaiting(tx: Tx, id: ThreadId, since: number | null): Promise<void> {
  await tx.db.updateTable('thread').set({ waiting_since: since }).where('id', '=', id).execute();
}

function toThread(row: Selectable<ThreadTable>): Thread {
  return {
    id: row.id,
    fanId: row.fan_id,
    chatId: row.chat_id,
    waitingSince: row.waiting_since,
    lastFanMessageAt: row.last_fan_message_at,
    lastReplyAt: row.last_reply_at,
  };
}
