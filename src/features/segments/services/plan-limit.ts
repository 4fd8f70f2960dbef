import type { SegmentId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { allowanceOf, can, type NotInPlan } from '#src/features/billing/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { countSegments, oldestSegments } from '../queries/segment-rows.ts';

/** The plan has no more segments than these; the plan that has more. */
export interface TooManyForPlan extends NotInPlan {
  readonly most: number;
}

/** Whether the plan has one more segment. */
export async function mayAddSegment(
  reader: Reader,
  services: Services,
): Promise<{ readonly ok: true } | TooManyForPlan> {
  const most = allowanceOf(services, reader.tenantId, 'segments');
  if (!Number.isFinite(most)) return { ok: true };
  const may = can(services, reader.tenantId, 'segments', (await countSegments(reader)) + 1);
  return may.ok ? may : { ...may, most };
}

/**
 * Whether a saved segment may be changed. Where a plan has fewer than there are, which it once had more of, the oldest can be
 * changed and the others only used.
 */
export async function mayChangeSegment(
  reader: Reader,
  id: SegmentId,
  services: Services,
): Promise<{ readonly ok: true } | TooManyForPlan> {
  const most = allowanceOf(services, reader.tenantId, 'segments');
  if (!Number.isFinite(most) || (await oldestSegments(reader, most)).has(id)) return { ok: true };
  const may = can(services, reader.tenantId, 'segments', most + 1);
  return may.ok ? may : { ...may, most };
}

/** Which of the segments can only be used. */
export async function readOnlyIn(
  reader: Reader,
  services: Services,
): Promise<(id: SegmentId) => boolean> {
  const most = allowanceOf(services, reader.tenantId, 'segments');
  if (!Number.isFinite(most)) return () => false;
  const free = await oldestSegments(reader, most);
  return (id) => !free.has(id);
}
