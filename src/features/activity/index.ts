import type { AppFeature } from '#src/features/feature.ts';
import { restageKind, stagesKind } from './jobs.ts';
import { handlers } from './telegram/handlers.ts';

export type { FanActivity } from './fan-activity.ts';
export { activityRow as activityOf } from './queries/activity-rows.ts';
export { type Stage, stages } from './rules/stage.ts';
export { stageName, stageText } from './rules/stage-text.ts';
export { activityReader } from './services/activity-reader.ts';
export { responseTimes } from './services/response-times.ts';
export type { FanActivityTable, FanDayTable, QuarterTable, ResponseTable } from './tables.ts';

/** What fans and the creator did: counts, stages and score, how fast fans are answered. */
export const activityFeature: AppFeature = {
  name: 'activity',
  handlers,
  jobKinds: [stagesKind, restageKind],
};
