import type { FanId, FollowupId } from '#src/core/ids.ts';

/** Something to do for a fan. */
export interface Followup {
  readonly id: FollowupId;
  readonly fanId: FanId;
  /** What; may be empty. */
  readonly text: string;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly state: 'open' | 'done' | 'dropped';
}
