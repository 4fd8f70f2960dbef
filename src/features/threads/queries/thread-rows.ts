import { type Selectable, sql } from 'kysely';
import type { ChatId, FanId, ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { ThreadTable } from '../tables.ts';
import type { Thread } from '../thread.ts';

const selectById = statement((db, given: { id: ThreadId }) =>
  db.selectFrom('thread').selectAll().where('id', '=', given.id),
);

/** The thread with this id. */
export async function threadById(reader: Reader, id: ThreadId): Promise<Thread | undefined> {
  const row = await selectById.first(reader, { id });
  return row && toThread(row);
}

const upsert = statement((db, given: { fanId: FanId; chatId: ChatId; now: number }) =>
  db
    .insertInto('thread')
    .values({
      fan_id: given.fanId,
      line: 'bot',
      chat_id: given.chatId,
      waiting_since: given.now,
      last_fan_message_at: given.now,
      last_reply_at: null,
      created_at: given.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['fan_id', 'line', 'line_key']).doUpdateSet((eb) => ({
        last_fan_message_at: given.now,
        waiting_since: eb.fn.coalesce('thread.waiting_since', eb.val(given.now)),
      })),
    )
    .returningAll(),
);

/** The thread with this id; throws when there is none. */
export async function requireThread(reader: Reader, id: ThreadId): Promise<Thread> {
  const thread = await threadById(reader, id);
  if (!thread) throw new Error(`thread ${id} does not exist`);
  return thread;
}

const selectOfFan = statement((db, given: { fanId: FanId }) =>
  db
    .selectFrom('thread')
    .selectAll()
    .where('fan_id', '=', given.fanId)
    .where('line', '=', sql.lit('bot'))
    .where('line_key', '=', sql.lit('')),
);

/** The fan's thread on the bot chat; none before the first message. */
export async function threadOfFan(reader: Reader, fanId: FanId): Promise<Thread | undefined> {
  const row = await selectOfFan.first(reader, { fanId });
  return row && toThread(row);
}

/** Who wrote so short a time ago writes several messages in a row. */
const inARowMs = 30_000;

/**
 * The fan's thread on the bot chat, made at the first message; records when the fan wrote (to half a minute, unless
 * `noteNextMessage` asked for more) and since when they wait.
 */
export async function openThreadFor(
  tx: Tx,
  fanId: FanId,
  chatId: ChatId,
  now: number,
): Promise<Thread> {
  const known = await threadOfFan(tx, fanId);
  if (known && isUpToDate(known, now)) return known;
  const row = await upsert.first(tx, { fanId, chatId, now });
  if (!row) throw new Error('the thread was not stored');
  return toThread(row);
}

/** Whether writing the row again would change nothing that counts. */
function isUpToDate({ waitingSince, lastFanMessageAt }: Thread, now: number): boolean {
  if (waitingSince === null || lastFanMessageAt === null) return false;
  return Math.abs(now - lastFanMessageAt) < inARowMs;
}

/** Sees to it that the fan's next message is recorded, however soon it comes. */
export async function noteNextMessage(tx: Tx, id: ThreadId): Promise<void> {
  await tx.db.updateTable('thread').set({ last_fan_message_at: 0 }).where('id', '=', id).execute();
}

/** Records that the creator answered: nobody waits in this thread any more. */
export async function updateAnswered(tx: Tx, id: ThreadId, now: number): Promise<void> {
  await tx.db
    .updateTable('thread')
    .set({ waiting_since: null, last_reply_at: now })
    .where('id', '=', id)
    .execute();
}

/** Records that nobody waits in a thread any more, though nobody answered. */
export async function updateDone(tx: Tx, id: ThreadId, now: number): Promise<void> {
  await tx.db
    .updateTable('thread')
    .set({ waiting_since: null, done_at: now })
    .where('id', '=', id)
    .execute();
}

function toThread(row: Selectable<ThreadTable>): Thread {
  return {
    id: row.id,
    fanId: row.fan_id,
    chatId: row.chat_id,
    waitingSince: row.waiting_since,
    lastFanMessageAt: row.last_fan_message_at,
    lastReplyAt: row.last_reply_at,
    doneAt: row.done_at,
  };
}
