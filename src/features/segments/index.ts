import type { AppFeature } from '#src/features/feature.ts';
import { countKind } from './jobs.ts';
import { handlers } from './telegram/handlers.ts';

export { countFans } from './queries/matching-fans.ts';
export { countSegments } from './queries/segment-rows.ts';
export type { Condition, Filter } from './rules/filter.ts';
export { printedSegments } from './services/printed-segments.ts';
export type { SegmentDraftTable, SegmentTable } from './tables.ts';

/** Fans that have something in common: filters built by a menu or typed, counted, and kept under names. */
export const segmentsFeature: AppFeature = {
  name: 'segments',
  forDesk: true,
  handlers,
  jobKinds: [countKind],
};
