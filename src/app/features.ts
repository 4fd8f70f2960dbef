import type { AppFeature } from '#src/features/feature.ts';
import { fansFeature } from '#src/features/fans/index.ts';
import { membersFeature } from '#src/features/members/index.ts';
import { settingsFeature, strayTapsFeature } from '#src/features/settings/index.ts';
import { statusFeature } from '#src/features/status/index.ts';
import { threadsFeature } from '#src/features/threads/index.ts';

/**
 * Every feature, in the order in which its handlers are tried: who somebody is comes first, commands before the
 * messages that travel, taps that nobody knew last.
 */
export const features: readonly AppFeature[] = [
  membersFeature,
  fansFeature,
  settingsFeature,
  statusFeature,
  threadsFeature,
  strayTapsFeature,
];
