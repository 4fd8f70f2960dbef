import type { FanId } from '#src/core/ids.ts';
import type { Stage } from './rules/stage.ts';

/** What was counted of a fan, and where that puts them. Times in epoch ms. */
export interface FanActivity {
  readonly fanId: FanId;
  readonly inCount: number;
  readonly outCount: number;
  /** The fan's messages in the last 30 days, as of the last look. */
  readonly recentCount: number;
  readonly lastInAt: number | null;
  readonly lastOutAt: number | null;
  /** When the fan wrote first since the last answer. */
  readonly askedAt: number | null;
  readonly stage: Stage;
  readonly stageSince: number;
  /** 0 to 100. */
  readonly score: number;
}
