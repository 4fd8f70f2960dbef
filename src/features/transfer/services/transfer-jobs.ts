import type { ExportId, ImportId } from '#src/core/ids.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';

/**
 * The kinds of this feature's jobs: look at a table, read its next rows, write them down, forget it; forget rows that waited
 * too long; write an export.
 */
export const jobs = {
  check: 'transfer-check',
  read: 'transfer-read',
  apply: 'transfer-apply',
  forget: 'transfer-forget',
  endWaiting: 'transfer-end-waiting',
  export: 'transfer-export',
} as const;

/** A pause before each step that writes much, so that a large table leaves room for everything else. */
const pauseMs = 15;

/** A table that nobody wanted for so long is forgotten. */
const patienceMs = 2 * 24 * 60 * 60 * 1_000;

/** Has a table forgotten unless somebody wants it by then; `now` in epoch ms. */
export async function forgetLater(tx: Tx, id: ImportId, now: number): Promise<void> {
  const dueAt = now + patienceMs;
  await schedule(tx, { kind: jobs.forget, key: `${id}`, dueAt, ref: { id } }, now);
}

/** Has the next step of an import or export done; `now` in epoch ms. */
export async function nextStep(
  tx: Tx,
  kind: Exclude<(typeof jobs)[keyof typeof jobs], 'transfer-forget' | 'transfer-end-waiting'>,
  id: ImportId | ExportId,
  now: number,
): Promise<void> {
  // Somebody waits for what was found; the long work behind it gives way to everything else.
  const urgent = kind === jobs.check;
  const dueAt = kind === jobs.apply ? now + pauseMs : now;
  await schedule(tx, { kind, key: `${id}`, dueAt, ref: { id }, urgent }, now);
}
