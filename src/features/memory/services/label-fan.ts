import type { Actor } from '#src/core/actor.ts';
import type { FanId, TagId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { fanById } from '#src/features/fans/index.ts';
import { mostStaleCards, refreshCard, refreshCards } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Tag } from '../note.ts';
import { insertTagChange } from '../queries/tag-change-rows.ts';
import {
  copyFans,
  countTags,
  deleteFanTag,
  deleteTag,
  fansTagged,
  insertFanTag,
  insertMerge,
  insertTag,
  tagById,
  tagByKey,
  updateTag,
} from '../queries/tag-rows.ts';
import { colours } from '../rules/colours.ts';
import { keyOf, type NameRefusal, readName } from '../rules/names.ts';

/** Tags there can be; more a person does not find again. */
export const maxTags = 500;

/** Why a tag is not given. */
export type TagRefusal = NameRefusal | 'too-many' | 'taken' | 'gone';

/** The tag of this name; made in the next colour where there is none. */
export async function findOrMakeTag(
  tx: Tx,
  typed: string,
  services: Services,
): Promise<Result<{ tag: Tag }, NameRefusal | 'too-many'>> {
  const read = readName(typed);
  if (!read.ok) return read;
  const key = keyOf(read.name);
  const known = await tagByKey(tx, key);
  if (known) return { ok: true, tag: known };
  const count = await countTags(tx);
  if (count >= maxTags) return refuse('too-many');
  const emoji = colours[count % colours.length] ?? null;
  const id = await insertTag(tx, { key, name: read.name, emoji }, services.clock.now());
  return { ok: true, tag: { id, name: read.name, emoji } };
}

/** Puts a tag on a fan; false when one of them is not there. */
export async function tagFan(
  tx: Tx,
  given: { fanId: FanId; tagId: TagId; actor: Actor },
  services: Services,
): Promise<boolean> {
  if (!(await fanById(tx, given.fanId)) || !(await tagById(tx, given.tagId))) return false;
  await insertFanTag(tx, given, services.clock.now());
  await refreshCard(tx, given.fanId, services);
  return true;
}

/** Takes a tag off a fan; false when it was not on. */
export async function untagFan(
  tx: Tx,
  fanId: FanId,
  tagId: TagId,
  services: Services,
): Promise<boolean> {
  const gone = await deleteFanTag(tx, fanId, tagId);
  if (gone) await refreshCard(tx, fanId, services);
  return gone;
}

/** Takes the tag of this name off a fan; undefined when there is none or it was not on. */
export async function untagByName(
  tx: Tx,
  fanId: FanId,
  typed: string,
  services: Services,
): Promise<Tag | undefined> {
  const tag = await tagByKey(tx, keyOf(typed.replace(/^#+/u, '')));
  return tag && (await untagFan(tx, fanId, tag.id, services)) ? tag : undefined;
}

/** Gives a tag another name. */
export async function renameTag(
  tx: Tx,
  id: TagId,
  typed: string,
  services: Services,
): Promise<Result<{ name: string }, TagRefusal>> {
  const read = readName(typed);
  if (!read.ok) return read;
  const key = keyOf(read.name);
  const other = await tagByKey(tx, key);
  if (other && other.id !== id) return refuse('taken');
  const tag = await tagById(tx, id);
  if (!tag) return refuse('gone');
  await updateTag(tx, id, { key, name: read.name });
  if (other?.id !== id) await insertTagChange(tx, { was: tag.name, becomes: read.name });
  await refreshTagged(tx, id, services);
  return read;
}

/** Gives a tag a colour by its number in the list; false when there is no such tag or colour. */
export async function colourTag(
  tx: Tx,
  id: TagId,
  colour: number,
  services: Services,
): Promise<boolean> {
  const emoji = colours[colour];
  if (emoji === undefined || !(await tagById(tx, id))) return false;
  await updateTag(tx, id, { emoji });
  await refreshTagged(tx, id, services);
  return true;
}

/**
 * Makes two tags one: every fan of the first has the other afterwards, and filters and tables that mean the first mean the other.
 * Undefined when one of them is not there.
 */
export async function mergeTags(
  tx: Tx,
  from: TagId,
  into: TagId,
  services: Services,
): Promise<Tag | undefined> {
  const target = await tagById(tx, into);
  const tag = await tagById(tx, from);
  if (!target || from === into || !tag) return undefined;
  await refreshTagged(tx, from, services);
  await copyFans(tx, from, into);
  await insertMerge(tx, from, into);
  await insertTagChange(tx, { was: tag.name, becomes: target.name });
  await deleteTag(tx, from);
  return target;
}

/** Removes a tag from all fans, from the list, and from tables that wait; undefined when it is not there. */
export async function removeTag(tx: Tx, id: TagId, services: Services): Promise<Tag | undefined> {
  const tag = await tagById(tx, id);
  if (!tag) return undefined;
  await refreshTagged(tx, id, services);
  await deleteTag(tx, id);
  await insertTagChange(tx, { was: tag.name, becomes: null });
  return tag;
}

/** The cards of who has this tag now follow what becomes of it; of very many fans those of who came last. */
async function refreshTagged(tx: Tx, id: TagId, services: Services): Promise<void> {
  await refreshCards(tx, await fansTagged(tx, id, mostStaleCards), services);
}
