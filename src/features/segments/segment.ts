import type { SegmentId, UserId } from '#src/core/ids.ts';
import type { Filter } from './rules/filter.ts';

/** A filter under a name. */
export interface Segment {
  readonly id: SegmentId;
  readonly name: string;
  /** Null: what is stored cannot be read. */
  readonly filter: Filter | null;
  /** When its filter was saved last (epoch ms). */
  readonly savedAt: number;
}

/** What a person at the desk is building. */
export interface Draft {
  readonly userId: UserId;
  /** Counts every change, ever. */
  readonly version: number;
  /** The segment that it changes; null: a new one. */
  readonly segmentId: SegmentId | null;
  /** Null: what is stored cannot be read. */
  readonly filter: Filter | null;
  /** When that segment's filter was taken over (epoch ms). */
  readonly openedAt: number;
}
