import type { SegmentId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { draftOf, putDraft, wasBuilt } from '../queries/draft-rows.ts';
import { segmentById } from '../queries/segment-rows.ts';
import { partsOf } from '../rules/draft-parts.ts';
import { everyone, type Filter } from '../rules/filter.ts';
import { simplify } from '../rules/simplify.ts';
import type { Draft } from '../segment.ts';

/** A draft that took the place of another one. */
export interface Opened {
  readonly draft: Draft;
  /** What was not saved of the one before; null when nothing was lost. A text that was typed is still in the chat. */
  readonly unsaved: Filter | null;
}

/** Begins a new segment with this filter. */
export async function beginDraft(
  tx: Tx,
  userId: UserId,
  filter: Filter,
  services: Services,
): Promise<Opened> {
  return await replace(tx, userId, { segmentId: null, filter }, services);
}

/** Takes a saved segment over to be changed; undefined when it is gone. What was changed of it and not saved is kept. */
export async function openSegment(
  tx: Tx,
  userId: UserId,
  id: SegmentId,
  services: Services,
): Promise<Opened | undefined> {
  const segment = await segmentById(tx, id);
  if (!segment) return undefined;
  const draft = await draftOf(tx, userId);
  if (draft.segmentId === id && (await unsavedOf(tx, draft))) return { draft, unsaved: null };
  return await replace(tx, userId, { segmentId: id, filter: segment.filter }, services);
}

/** What a draft says and no segment does; null when there is nothing to lose. */
export async function unsavedOf(reader: Reader, draft: Draft): Promise<Filter | null> {
  const { filter, segmentId } = draft;
  if (!filter || partsOf(filter).parts.length === 0) return null;
  const saved = segmentId === null ? undefined : await segmentById(reader, segmentId);
  if (!saved?.filter) return saved ? null : filter;
  return same(saved.filter, filter) ? null : filter;
}

async function replace(
  tx: Tx,
  userId: UserId,
  by: Pick<Draft, 'segmentId' | 'filter'>,
  services: Services,
): Promise<Opened> {
  const old = await draftOf(tx, userId);
  const unsaved = (await wasBuilt(tx, userId)) ? await unsavedOf(tx, old) : null;
  const now = services.clock.now();
  const draft = { userId, version: old.version + 1, openedAt: now, ...by };
  await putDraft(tx, draft, now);
  const told = unsaved && !same(unsaved, by.filter ?? everyone) ? unsaved : null;
  return { draft, unsaved: told };
}

function same(a: Filter, b: Filter): boolean {
  return JSON.stringify(simplify(a)) === JSON.stringify(simplify(b));
}
