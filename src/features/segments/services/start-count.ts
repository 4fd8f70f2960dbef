import type { UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { schedule, unschedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Draft } from '../segment.ts';
import type { CardPlace } from './show-card.ts';

/** The kind of the job that counts. */
export const countJob = 'segments-count';

/** What a counting job is about, and what it shows where. */
export interface CountRef {
  readonly userId: UserId;
  readonly version: number;
  readonly show: 'builder' | 'preview';
  readonly place: CardPlace;
}

/**
 * Counts the fans of a draft and shows it with their number, or some of them. Of counts that change a message only the
 * last one of a person is made; one that brings a new message always comes.
 */
export async function startCount(
  tx: Tx,
  draft: Draft,
  { place, show = 'builder' }: { place: CardPlace; show?: CountRef['show'] },
  services: Services,
): Promise<void> {
  const now = services.clock.now();
  const ref: CountRef = { userId: draft.userId, version: draft.version, show, place };
  const key = place.edits === undefined ? {} : { key: `${draft.userId}` };
  await schedule(tx, { kind: countJob, ...key, dueAt: now, ref: { ...ref }, urgent: true }, now);
}

/** The person looks at something else now: a count that is under way shows nothing any more. */
export async function stopCount(tx: Tx, userId: UserId): Promise<void> {
  await unschedule(tx, countJob, `${userId}`);
}
