import type { Translate } from '#src/core/texts.ts';
import type { FanActivity } from '../fan-activity.ts';
import type { Stage } from './stage.ts';

const dayMs = 86_400_000;

const nameKeys = {
  new: 'activity-new',
  active: 'activity-active',
  vip: 'activity-vip',
  cooling: 'activity-cooling',
  lost: 'activity-lost',
} as const satisfies Record<Stage, string>;

/** What a stage is called. */
export function stageName(stage: Stage, t: Translate): string {
  return t(nameKeys[stage]);
}

/** The stage with its reason, as "VIP: 42 messages in 30 days". */
export function stageText(activity: FanActivity, now: number, t: Translate): string {
  // The first message is counted a moment after it came.
  if (activity.stage === 'new' && activity.inCount === 0) return stageName(activity.stage, t);
  return t('activity-with-reason', {
    stage: stageName(activity.stage, t),
    reason: reasonOf(activity, now, t),
  });
}

function reasonOf(activity: FanActivity, now: number, t: Translate): string {
  const days = Math.max(0, Math.floor((now - (activity.lastInAt ?? activity.stageSince)) / dayMs));
  switch (activity.stage) {
    case 'new':
      return t('activity-because-new', { count: activity.inCount });
    case 'active':
    case 'vip':
      return t('activity-because-messages', { count: activity.recentCount });
    case 'cooling':
    case 'lost':
      return t('activity-because-silent', { days });
  }
}
