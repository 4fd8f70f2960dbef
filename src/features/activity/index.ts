import type { InlineKeyboardButton } from 'grammy/types';
import type { Translate } from '#src/core/texts.ts';
import type { AppFeature } from '#src/features/feature.ts';
import { restageKind, stagesKind } from './jobs.ts';
import { tapData } from './rules/tap-data.ts';
import { handlers } from './telegram/handlers.ts';

export type { FanActivity } from './fan-activity.ts';
export { activityRow as activityOf } from './queries/activity-rows.ts';
export { type Stage, stages } from './rules/stage.ts';
export { stagesBack } from './rules/tap-data.ts';
export { stageName, stageText } from './rules/stage-text.ts';
export { activityReader } from './services/activity-reader.ts';
export { restageDue, scheduleNextCheck } from './services/restage.ts';
export { responseTimes } from './services/response-times.ts';
export type { FanActivityTable, FanDayTable, QuarterTable, ResponseTable } from './tables.ts';

/** The button of the settings that leads to where stages begin. */
export function stagesButton(t: Translate): InlineKeyboardButton {
  return { text: t('activity-stages'), callback_data: tapData({ do: 'open' }) };
}

/** What fans and the creator did: counts, stages and score, how fast fans are answered. */
export const activityFeature: AppFeature = {
  name: 'activity',
  forDesk: true,
  handlers,
  jobKinds: [stagesKind, restageKind],
};
