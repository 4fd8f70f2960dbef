import { sql } from 'kysely';
import type { ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { InboxFilter, InboxOrder, Waiting } from './waiting.ts';

/** Those who wait longest: more are not put in order of importance. */
const mostRanked = 2_000;

/** One page of those who wait for an answer and can be reached. `now` in epoch ms. */
export async function waitingPage(
  reader: Reader,
  view: { filter: InboxFilter; order: InboxOrder; limit: number; offset: number },
  now: number,
): Promise<Waiting[]> {
  const listed = filtered(reader, view.filter, now)
    .select([
      'thread.id as threadId',
      'thread.fan_id as fanId',
      sql<number>`thread.waiting_since`.as('waitingSince'),
      'fan_activity.stage',
      'snooze.until_at as until',
      'fan_activity.score',
    ])
    .orderBy('thread.waiting_since')
    .orderBy('thread.id');
  if (view.order === 'longest') {
    return await listed.limit(view.limit).offset(view.offset).execute();
  }
  return await reader.db
    .selectFrom(listed.limit(mostRanked).as('listed'))
    .select(['threadId', 'fanId', 'waitingSince', 'stage', 'until'])
    .orderBy((eb) => eb.fn.coalesce('score', eb.val(0)), 'desc')
    .orderBy('waitingSince')
    .orderBy('threadId')
    .limit(view.limit)
    .offset(view.offset)
    .execute();
}

/** How many wait, up to `most`. */
export async function countWaiting(
  reader: Reader,
  filter: InboxFilter,
  most: number,
  now: number,
): Promise<number> {
  const row = await reader.db
    .selectFrom(filtered(reader, filter, now).select('thread.id').limit(most).as('listed'))
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
  return sql<boolean>`snooze.thread_id is not null and ${undisturbed}
    and ((snooze.until_at is not null and snooze.until_at > ${now})
      or (snooze.until_at is null and snooze.created_at >= thread.last_fan_message_at))`;
}

function filtered(reader: Reader, filter: InboxFilter, now: number) {
  const waiting = reader.db
    .selectFrom('thread')
    .innerJoin('fan', 'fan.id', 'thread.fan_id')
    .leftJoin('fan_activity', 'fan_activity.fan_id', 'thread.fan_id')
    .leftJoin('snooze', 'snooze.thread_id', 'thread.id')
    .where('thread.waiting_since', 'is not', null)
    .where('fan.reach', '=', 'open');
  if (filter === 'snoozed') return waiting.where(holds(now));
  const awake = waiting.where(sql<boolean>`not (${holds(now)})`);
  if (filter === 'vip') return awake.where('fan_activity.stage', '=', 'vip');
  if (filter === 'new') return awake.where('thread.last_reply_at', 'is', null);
  return awake;
}
