import { type Selectable, sql } from 'kysely';
import type { UserId } from '#src/core/ids.ts';
import { lastChoiceChange, lastTagChange } from '#src/features/memory/index.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { RowFacts, Who } from '../rules/read-row.ts';
import type { WaitingFactTable } from '../tables.ts';
import { listed } from './known-people.ts';

/** Writes down what waits for somebody; nothing happens when the same waits already, meaning the same choices and tags. */
export async function insertWaiting(
  tx: Tx,
  given: { who: Who; facts: RowFacts; author: UserId },
  now: number,
): Promise<void> {
  const { who } = given;
  const facts = JSON.stringify(given.facts);
  const known = {
    choice_change_id: given.facts.fields.length > 0 ? await lastChoiceChange(tx) : 0,
    tag_change_id: given.facts.tags.length > 0 ? await lastTagChange(tx) : 0,
  };
  const same = await tx.db
    .selectFrom('waiting_fact')
    .select('id')
    .where('facts', '=', facts)
    .where('choice_change_id', '=', known.choice_change_id)
    .where('tag_change_id', '=', known.tag_change_id)
    .where((eb) =>
      'userId' in who ? eb('user_id', '=', who.userId) : eb('handle', '=', who.handle),
    )
    .executeTakeFirst();
  if (same) return;
  await tx.db
    .insertInto('waiting_fact')
    .values({
      user_id: 'userId' in who ? who.userId : null,
      handle: 'handle' in who ? who.handle : null,
      facts,
      ...known,
      author_user_id: given.author,
      created_at: now,
    })
    .execute();
}

/** How much waits. */
export async function countWaiting(reader: Reader): Promise<number> {
  const row = await reader.db
    .selectFrom('waiting_fact')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Whether anything waits for anybody. */
export async function anyWaiting(reader: Reader): Promise<boolean> {
  const row = await reader.db.selectFrom('waiting_fact').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** What waits for somebody, in the order in which it was written down. */
export async function waitingFor(
  reader: Reader,
  person: { userId: UserId; handle: string | null },
): Promise<Selectable<WaitingFactTable>[]> {
  const byId = await reader.db
    .selectFrom('waiting_fact')
    .selectAll()
    .where('user_id', '=', person.userId)
    .execute();
  if (person.handle === null) return byId;
  const byHandle = await reader.db
    .selectFrom('waiting_fact')
    .selectAll()
    .where('handle', '=', person.handle.toLowerCase())
    .execute();
  return [...byId, ...byHandle].toSorted((one, other) => one.id - other.id);
}

/** When the row was written down that waits longest (epoch ms); null when none waits. */
export async function waitingSince(reader: Reader): Promise<number | null> {
  const row = await reader.db
    .selectFrom('waiting_fact')
    .select('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.created_at ?? null;
}

/** The change of a tag after which what waits may name tags otherwise; null: nothing that waits names any. */
export async function waitingTagChange(reader: Reader): Promise<number | null> {
  // Later rows know later changes. Rows without tags have 0, as rows have from before the first change.
  const row = await reader.db
    .selectFrom('waiting_fact')
    .select('tag_change_id')
    .where((eb) =>
      eb.or([eb('tag_change_id', '>', 0), eb(sql`json_array_length(facts, '$.tags')`, '>', 0)]),
    )
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.tag_change_id ?? null;
}

/** Forgets rows that were written down by then (epoch ms), of those that wait longest `limit` at most. */
export async function deleteWaitingSince(tx: Tx, until: number, limit: number): Promise<void> {
  await tx.db
    .deleteFrom('waiting_fact')
    .where('created_at', '<=', until)
    .where('id', 'in', (longest) =>
      longest.selectFrom('waiting_fact').select('id').orderBy('id').limit(limit),
    )
    .execute();
}

/** Forgets all that waits; the answer is how much it was. */
export async function deleteAllWaiting(tx: Tx): Promise<number> {
  const count = await countWaiting(tx);
  await tx.db.deleteFrom('waiting_fact').execute();
  return count;
}

/** Forgets what waited. */
export async function deleteWaiting(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.db.deleteFrom('waiting_fact').where('id', 'in', listed(ids)).execute();
}
