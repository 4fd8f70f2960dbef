import type { InlineKeyboardButton } from 'grammy/types';
import type { FanId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import type { AppFeature } from '#src/features/feature.ts';
import { followupsKind } from './jobs.ts';
import { tapData } from './rules/tap-data.ts';
import { handlers } from './telegram/handlers.ts';

export { markTold, openFollowups } from './queries.ts';
export { addFollowup, quietHoursChanged } from './services/follow-up.ts';
export type { FollowupTable } from './tables.ts';

/** The button of a card that follows up on its fan. */
export function followupButton(fanId: FanId, t: Translate): InlineKeyboardButton {
  return { text: t('followups-button'), callback_data: tapData({ do: 'new', id: fanId }) };
}

/** What the creator promised, and when: `/remind` and `/followups`. */
export const followupsFeature: AppFeature = {
  name: 'followups',
  forDesk: true,
  handlers,
  jobKinds: [followupsKind],
};
