import type { JobKind } from '#src/jobs/job-kind.ts';
import type { Feature } from '#src/telegram/feature.ts';

/** Everything that a feature gives to the app: what is for Telegram, and its due work. */
export interface AppFeature extends Feature {
  readonly jobKinds?: readonly JobKind[];
}
