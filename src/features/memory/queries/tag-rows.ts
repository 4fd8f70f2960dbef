import type { Actor } from '#src/core/actor.ts';
import type { FanId, TagId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { CountedTag, Tag } from '../note.ts';

/** The tag under this key. */
export async function tagByKey(reader: Reader, key: string): Promise<Tag | undefined> {
  return await selectTags(reader).where('key', '=', key).executeTakeFirst();
}

/** The tag with this id. */
export async function tagById(reader: Reader, id: TagId): Promise<Tag | undefined> {
  return await selectTags(reader).where('id', '=', id).executeTakeFirst();
}

/** All tags, most used first. */
export async function allTags(reader: Reader): Promise<CountedTag[]> {
  return await reader.db
    .selectFrom('tag')
    .leftJoin('fan_tag', 'fan_tag.tag_id', 'tag.id')
    .select((eb) => [
      'tag.id',
      'tag.name',
      'tag.emoji',
      eb.fn.count<number>('fan_tag.fan_id').as('fans'),
    ])
    .groupBy('tag.id')
    .orderBy('fans', 'desc')
    .orderBy('tag.id')
    .execute();
}

/** A fan's tags, by name. */
export async function tagsOf(reader: Reader, fanId: FanId): Promise<Tag[]> {
  return await reader.db
    .selectFrom('fan_tag')
    .innerJoin('tag', 'tag.id', 'fan_tag.tag_id')
    .select(['tag.id', 'tag.name', 'tag.emoji'])
    .where('fan_tag.fan_id', '=', fanId)
    .orderBy('tag.key')
    .execute();
}

/** How many tags there are. */
export async function countTags(reader: Reader): Promise<number> {
  const row = await reader.db
    .selectFrom('tag')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Makes a tag under a key that is free. */
export async function insertTag(
  tx: Tx,
  tag: { key: string; name: string; emoji: string | null },
  now: number,
): Promise<TagId> {
  const row = await tx.db
    .insertInto('tag')
    .values({ ...tag, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Changes a tag. */
export async function updateTag(
  tx: Tx,
  id: TagId,
  change: { key: string; name: string } | { emoji: string | null },
): Promise<void> {
  await tx.db.updateTable('tag').set(change).where('id', '=', id).execute();
}

/** Removes a tag from all fans and from the list. */
export async function deleteTag(tx: Tx, id: TagId): Promise<void> {
  await tx.db.deleteFrom('tag').where('id', '=', id).execute();
}

/** Puts a tag on a fan; nothing happens when it is there. */
export async function insertFanTag(
  tx: Tx,
  given: { fanId: FanId; tagId: TagId; actor: Actor },
  now: number,
): Promise<void> {
  await tx.db
    .insertInto('fan_tag')
    .values({ fan_id: given.fanId, tag_id: given.tagId, actor: given.actor, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes a tag off a fan; false when it was not there. */
export async function deleteFanTag(tx: Tx, fanId: FanId, tagId: TagId): Promise<boolean> {
  const gone = await tx.db
    .deleteFrom('fan_tag')
    .where('fan_id', '=', fanId)
    .where('tag_id', '=', tagId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Fans who have a tag, newest first, `limit` at most. */
export async function fansTagged(reader: Reader, tagId: TagId, limit: number): Promise<FanId[]> {
  const rows = await reader.db
    .selectFrom('fan_tag')
    .select('fan_id')
    .where('tag_id', '=', tagId)
    .orderBy('fan_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.fan_id);
}

/** What became of tags that were merged: each with the tag that it is now. */
export async function mergedTags(reader: Reader): Promise<ReadonlyMap<TagId, TagId>> {
  const rows = await reader.db.selectFrom('merged_tag').selectAll().execute();
  return new Map(rows.map((row) => [row.tag_id, row.into_tag_id]));
}

/** Writes down that one tag became another, and so did those that had become the first. */
export async function insertMerge(tx: Tx, from: TagId, into: TagId): Promise<void> {
  await tx.db
    .updateTable('merged_tag')
    .set({ into_tag_id: into })
    .where('into_tag_id', '=', from)
    .execute();
  await tx.db.insertInto('merged_tag').values({ tag_id: from, into_tag_id: into }).execute();
}

/** Gives all fans of one tag the other. */
export async function copyFans(tx: Tx, from: TagId, to: TagId): Promise<void> {
  await tx.db
    .insertInto('fan_tag')
    .columns(['fan_id', 'tag_id', 'actor', 'created_at'])
    .expression((db) =>
      db
        .selectFrom('fan_tag')
        .select((eb) => ['fan_id', eb.val(to).as('tag_id'), 'actor', 'created_at'])
        .where('tag_id', '=', from),
    )
    .onConflict((conflict) => conflict.columns(['fan_id', 'tag_id']).doNothing())
    .execute();
}

function selectTags(reader: Reader) {
  return reader.db.selectFrom('tag').select(['id', 'name', 'emoji']);
}
