import { sql } from 'kysely';
import type { ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/**
 * Since when the fan of a thread waits (epoch ms), by the messages themselves: since the first of theirs that came after
 * the last Done and has no answer of a person behind it. Null when there is none. An answer counts while it is on its way or
 * with the fan; one that was taken back, failed or may never have arrived does not.
 */
export async function waitingByMessages(reader: Reader, id: ThreadId): Promise<number | null> {
  const first = await selectFirstUnanswered(reader, id).executeTakeFirst();
  return first?.at ?? null;
}

/** The statement of `waitingByMessages`. */
export function selectFirstUnanswered(reader: Reader, id: ThreadId) {
  const answered = reader.db
    .selectFrom('message')
    .select('id')
    .where('thread_id', '=', id)
    .where('direction', '=', 'out')
    .where('actor', 'in', ['creator', 'member'])
    .where('delivery', 'in', ['queued', 'delivered'])
    .orderBy('id', 'desc')
    .limit(1);
  // When it came in stands at its link; what was only written down has none, and came when it was said.
  const cameAt = sql<number>`coalesce(origin.created_at, message.sent_at)`;
  return reader.db
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .leftJoin('message_link as origin', (join) =>
      join
        .onRef('origin.message_id', '=', 'message.id')
        .on('origin.side', '=', 'fan')
        .on('origin.role', '=', 'origin'),
    )
    .select(cameAt.as('at'))
    .where('message.thread_id', '=', id)
    .where('message.direction', '=', 'in')
    .where('message.id', '>', (eb) => eb.fn.coalesce(answered, sql<never>`0`))
    .where(sql<boolean>`${cameAt} > coalesce(thread.done_at, 0)`)
    .orderBy('message.id')
    .limit(1);
}

/** Records since when the fan of a thread waits (epoch ms); null: nobody waits. */
export async function updateWaiting(tx: Tx, id: ThreadId, since: number | null): Promise<void> {
  await tx.db.updateTable('thread').set({ waiting_since: since }).where('id', '=', id).execute();
}
