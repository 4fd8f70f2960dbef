import type { Actor } from '#src/core/actor.ts';
import type { Services } from '#src/core/services.ts';
import {
  preferenceOf,
  setPreference,
  type StageThresholds,
} from '#src/features/preferences/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import { type Line, moved } from '../rules/lines.ts';

/** The creator moves one of the lines between stages up or down; every fan is looked at anew. */
export async function moveLine(
  tx: Tx,
  change: { line: Line; by: 1 | -1; actor: Actor },
  services: Services,
): Promise<StageThresholds> {
  const now = services.clock.now();
  const before = await preferenceOf(tx, 'stageThresholds');
  const after = moved(before, change.line, change.by);
  await setPreference(tx, 'stageThresholds', after, change.actor, now);
  await schedule(tx, { kind: 'restage', key: '', dueAt: now, ref: { after: 0 } }, now);
  return after;
}
