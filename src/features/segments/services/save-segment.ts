import type { Actor } from '#src/core/actor.ts';
import type { SegmentId, UserId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { keyOf, readName } from '#src/features/memory/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { draftOf, putDraft } from '../queries/draft-rows.ts';
import {
  countSegments,
  deleteSegment,
  insertSegment,
  segmentById,
  segmentByKey,
  updateSegmentFilter,
  updateSegmentName,
} from '../queries/segment-rows.ts';
import { everyone } from '../rules/filter.ts';
import { simplify } from '../rules/simplify.ts';
import type { Draft } from '../segment.ts';
import { mayAddSegment, mayChangeSegment, type TooManyForPlan } from './plan-limit.ts';

/** More than a person finds again. */
const maxSegments = 200;

/** Why a draft does not become a segment. */
type SaveRefusal = 'empty' | 'too-long' | 'taken' | 'full' | 'gone';

/** Saves a draft as a new segment; from then on the draft changes that one. */
export async function saveAs(
  tx: Tx,
  draft: Draft,
  { typed, actor }: { typed: string; actor: Actor },
  services: Services,
): Promise<Result<{ name: string; draft: Draft }, SaveRefusal> | TooManyForPlan> {
  const read = readName(typed);
  if (!read.ok) return read;
  if (!draft.filter) return refuse('gone');
  const key = keyOf(read.name);
  if (await segmentByKey(tx, key)) return refuse('taken');
  if ((await countSegments(tx)) >= maxSegments) return refuse('full');
  const may = await mayAddSegment(tx, services);
  if (!may.ok) return may;
  const now = services.clock.now();
  const filter = simplify(draft.filter);
  const id = await insertSegment(tx, { key, name: read.name, filter, actor }, now);
  const next = { ...draft, version: draft.version + 1, segmentId: id, openedAt: now };
  await putDraft(tx, next, now);
  return { ok: true, name: read.name, draft: next };
}

/**
 * Saves a draft into its segment. `changed`: somebody saved another filter there since it was opened, and `anyway` is not
 * given. `gone`: the segment is not there. `plan`: it can only be used.
 */
export async function saveDraft(
  tx: Tx,
  draft: Draft,
  { anyway }: { anyway: boolean },
  services: Services,
): Promise<Result<{ name: string; draft: Draft }, 'gone' | 'changed'> | TooManyForPlan> {
  const segment = draft.segmentId === null ? undefined : await segmentById(tx, draft.segmentId);
  if (!segment || !draft.filter) return refuse('gone');
  const may = await mayChangeSegment(tx, segment.id, services);
  if (!may.ok) return may;
  if (!anyway && segment.savedAt > draft.openedAt) return refuse('changed');
  const now = services.clock.now();
  await updateSegmentFilter(tx, segment.id, simplify(draft.filter), now);
  const next = { ...draft, version: draft.version + 1, openedAt: now };
  await putDraft(tx, next, now);
  return { ok: true, name: segment.name, draft: next };
}

/** Gives a segment another name. */
export async function renameSegment(
  tx: Tx,
  id: SegmentId,
  typed: string,
  services: Services,
): Promise<Result<{ name: string }, 'empty' | 'too-long' | 'taken' | 'gone'> | TooManyForPlan> {
  const read = readName(typed);
  if (!read.ok) return read;
  if (!(await segmentById(tx, id))) return refuse('gone');
  const may = await mayChangeSegment(tx, id, services);
  if (!may.ok) return may;
  const key = keyOf(read.name);
  const known = await segmentByKey(tx, key);
  if (known && known.id !== id) return refuse('taken');
  await updateSegmentName(tx, id, { key, name: read.name });
  return { ok: true, name: read.name };
}

/** Deletes a segment; fans stay as they are. The draft of the person who does it is empty afterwards; false: it was gone. */
export async function removeSegment(
  tx: Tx,
  id: SegmentId,
  userId: UserId,
  services: Services,
): Promise<boolean> {
  const draft = await draftOf(tx, userId);
  if (draft.segmentId === id) {
    const now = services.clock.now();
    const empty = { segmentId: null, filter: everyone, openedAt: now };
    await putDraft(tx, { ...draft, ...empty, version: draft.version + 1 }, now);
  }
  return await deleteSegment(tx, id);
}
