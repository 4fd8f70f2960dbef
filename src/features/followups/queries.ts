import type { Actor } from '#src/core/actor.ts';
import type { FanId, FollowupId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Followup } from './followup.ts';

/** The follow-up with this id, open or not. */
export async function followupById(reader: Reader, id: FollowupId): Promise<Followup | undefined> {
  return await selectFollowups(reader).where('id', '=', id).executeTakeFirst();
}

/** What is open for a fan, the next one first. */
export async function openFollowups(
  reader: Reader,
  fanId: FanId,
  limit: number,
): Promise<Followup[]> {
  return await selectFollowups(reader)
    .where('fan_id', '=', fanId)
    .where('state', '=', 'open')
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** One page of all that is open, the next one first. */
export async function openPage(
  reader: Reader,
  page: { limit: number; offset: number },
): Promise<Followup[]> {
  return await selectFollowups(reader)
    .where('state', '=', 'open')
    .orderBy('due_at')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** How much is open. */
export async function countOpen(reader: Reader): Promise<number> {
  const row = await reader.db
    .selectFrom('followup')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How much is open whose time is over. `now` in epoch ms. */
export async function countOverdue(reader: Reader, now: number): Promise<number> {
  const row = await reader.db
    .selectFrom('followup')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .where('due_at', '<=', now)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What is due and was not told yet, oldest first. `now` in epoch ms. */
export async function untoldDue(reader: Reader, now: number, limit: number): Promise<Followup[]> {
  return await selectFollowups(reader)
    .where('state', '=', 'open')
    .where('told_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** When the next one that was not told yet is due; null when there is none. */
export async function nextDueAt(reader: Reader): Promise<number | null> {
  const row = await reader.db
    .selectFrom('followup')
    .select('due_at')
    .where('state', '=', 'open')
    .where('told_at', 'is', null)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at ?? null;
}

/** A follow-up to be. */
export interface NewFollowup {
  readonly fanId: FanId;
  readonly text: string;
  readonly dueAt: number;
  readonly actor: Actor;
  readonly author: UserId;
}

/** Writes a follow-up down. */
export async function insertFollowup(
  tx: Tx,
  followup: NewFollowup,
  now: number,
): Promise<FollowupId> {
  const row = await tx.db
    .insertInto('followup')
    .values({
      fan_id: followup.fanId,
      text: followup.text,
      due_at: followup.dueAt,
      told_at: null,
      actor: followup.actor,
      author_user_id: followup.author,
      created_at: now,
      finished_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Moves a follow-up to another time, at which it is told again. */
export async function moveFollowup(tx: Tx, id: FollowupId, dueAt: number): Promise<void> {
  await tx.db
    .updateTable('followup')
    .set({ due_at: dueAt, told_at: null })
    .where('id', '=', id)
    .execute();
}

/** Puts another text into a follow-up. */
export async function updateText(tx: Tx, id: FollowupId, text: string): Promise<void> {
  await tx.db.updateTable('followup').set({ text }).where('id', '=', id).execute();
}

/** Records that the creator was told of a follow-up. */
export async function markTold(tx: Tx, id: FollowupId, now: number): Promise<void> {
  await tx.db.updateTable('followup').set({ told_at: now }).where('id', '=', id).execute();
}

/** Ends a follow-up. */
export async function finishFollowup(
  tx: Tx,
  id: FollowupId,
  state: 'done' | 'dropped',
  now: number,
): Promise<void> {
  await tx.db
    .updateTable('followup')
    .set({ state, finished_at: now })
    .where('id', '=', id)
    .execute();
}

function selectFollowups(reader: Reader) {
  return reader.db
    .selectFrom('followup')
    .select(['id', 'fan_id as fanId', 'text', 'due_at as dueAt', 'state']);
}
