import type { Generated } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type { SegmentId, UserId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    segment: SegmentTable;
    segment_draft: SegmentDraftTable;
    fan_with_facts: FanBitsTable;
    fan_with_summary: FanBitsTable;
  }
}

/** A filter over fans that is kept under a name. */
export interface SegmentTable {
  id: Generated<SegmentId>;
  /** The name without case: two may not differ by it alone. */
  key: string;
  name: string;
  /** JSON of a Filter, checked when it is read. */
  filter: string;
  /** The last change of a choice that the filter knows; 0: none. */
  choice_change_id: Generated<number>;
  actor: Actor;
  created_at: number;
  changed_at: number | null;
}

/** Of 32 fans of whom there is a fact, or a summary, one bit each: bit n of part m is the fan 32 m + n. Triggers keep it. */
interface FanBitsTable {
  part: number;
  bits: number;
}

/** The filter that a person at the desk is building: one for each, so that two never change the same. */
export interface SegmentDraftTable {
  user_id: UserId;
  /** Counts every change, ever; a button knows for which one it was made. */
  version: number;
  /** The segment that it changes; null: it will be a new one. */
  segment_id: SegmentId | null;
  /** JSON of a Filter, checked when it is read. */
  filter: string;
  /** The last change of a choice that the filter knows; 0: none. */
  choice_change_id: Generated<number>;
  /** When that segment's filter was taken over; if somebody saved another one since, this one does not replace it unasked. */
  opened_at: number;
  changed_at: number;
}
