import { sql } from 'kysely';
import type { ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { InboxFilter, InboxOrder, Waiting } from './waiting.ts';

/** What a page of the inbox holds. */
interface AskedPage {
  readonly filter: InboxFilter;
  readonly order: InboxOrder;
  readonly limit: number;
  readonly offset: number;
}

/** One page of those who wait for an answer and can be reached. `now` in epoch ms. */
export async function waitingPage(
  reader: Reader,
  view: AskedPage,
  now: number,
): Promise<Waiting[]> {
  return await selectWaiting(reader, view, now).execute();
}

/** The statement of a page. */
export function selectWaiting(reader: Reader, view: AskedPage, now: number) {
  const listed = filtered(reader, view.filter, now).select([
    'inbox_entry.thread_id as threadId',
    'inbox_entry.fan_id as fanId',
    'inbox_entry.waiting_since as waitingSince',
    'inbox_entry.stage',
    'snooze.until_at as until',
  ]);
  const ordered = view.order === 'important' ? listed.orderBy('inbox_entry.score', 'desc') : listed;
  return ordered
    .orderBy('inbox_entry.waiting_since')
    .orderBy('inbox_entry.thread_id')
    .limit(view.limit)
    .offset(view.offset);
}

/** How many wait, up to `most`. */
export async function countWaiting(
  reader: Reader,
  filter: InboxFilter,
  most: number,
  now: number,
): Promise<number> {
  const listed = filtered(reader, filter, now).select('inbox_entry.thread_id').limit(most);
  const row = await reader.db
    .selectFrom(listed.as('listed'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Leaves a thread out of the inbox from now on. */
export async function putSnooze(
  tx: Tx,
  threadId: ThreadId,
  until: number | null,
  now: number,
): Promise<void> {
  const snooze = { until_at: until, created_at: now };
  await tx.db
    .insertInto('snooze')
    .values({ thread_id: threadId, ...snooze })
    .onConflict((conflict) => conflict.column('thread_id').doUpdateSet(snooze))
    .execute();
}

/** Until when a thread is left out; `until` null: until the fan writes. Undefined when it is not. */
export async function snoozeOf(
  reader: Reader,
  threadId: ThreadId,
  now: number,
): Promise<{ until: number | null } | undefined> {
  return await reader.db
    .selectFrom('snooze')
    .innerJoin('thread', 'thread.id', 'snooze.thread_id')
    .select('snooze.until_at as until')
    .where('snooze.thread_id', '=', threadId)
    .where(holds(now))
    .executeTakeFirst();
}

/** Snoozes whose time has come, oldest first; `waiting` where the fan still waits for what was snoozed. */
export async function endedSnoozes(
  reader: Reader,
  now: number,
  limit: number,
): Promise<(Pick<Waiting, 'threadId' | 'fanId'> & { waiting: boolean })[]> {
  const rows = await reader.db
    .selectFrom('snooze')
    .innerJoin('thread', 'thread.id', 'snooze.thread_id')
    .select([
      'thread.id as threadId',
      'thread.fan_id as fanId',
      sql<0 | 1>`thread.waiting_since is not null and ${undisturbed}`.as('waiting'),
    ])
    .where('snooze.until_at', 'is not', null)
    .where('snooze.until_at', '<=', now)
    .orderBy('snooze.until_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, waiting: row.waiting === 1 }));
}

/** Forgets a snooze. */
export async function deleteSnooze(tx: Tx, threadId: ThreadId): Promise<void> {
  await tx.db.deleteFrom('snooze').where('thread_id', '=', threadId).execute();
}

/** When the next snooze with a time ends. */
export async function nextSnoozeEnd(reader: Reader): Promise<number | null> {
  const row = await reader.db
    .selectFrom('snooze')
    .select('until_at')
    .where('until_at', 'is not', null)
    .orderBy('until_at')
    .limit(1)
    .executeTakeFirst();
  return row?.until_at ?? null;
}

/** Nobody answered and nobody tapped Done since the thread was left out. */
const undisturbed = sql<boolean>`snooze.created_at >= coalesce(thread.done_at, 0)
  and snooze.created_at >= coalesce(thread.last_reply_at, 0)`;

/** Whether a snooze is in force. */
function holds(now: number) {
  return sql<boolean>`${undisturbed}
    and ((snooze.until_at is not null and snooze.until_at > ${now})
      or (snooze.until_at is null and snooze.created_at >= thread.last_fan_message_at))`;
}

function filtered(reader: Reader, filter: InboxFilter, now: number) {
  const waiting = reader.db
    .selectFrom('inbox_entry')
    .leftJoin('snooze', 'snooze.thread_id', 'inbox_entry.thread_id');
  // The thread is looked at only where there is a snooze: few have one.
  const inForce = sql<boolean>`(snooze.thread_id is not null and exists (
    select 1 from thread where thread.id = snooze.thread_id and ${holds(now)}))`;
  if (filter === 'snoozed') return waiting.where(inForce);
  const awake = waiting.where(sql<boolean>`not ${inForce}`);
  return filter === 'vip' || filter === 'new'
    ? awake.where('inbox_entry.stage', '=', filter)
    : awake;
}
