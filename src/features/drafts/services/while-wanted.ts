import { whileItHolds } from '#src/core/while-it-holds.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import { isWanted, type WantedDraft } from './asked-draft.ts';

/**
 * Does what takes a while as long as somebody wants the draft: the signal is aborted once the creator has answered by hand,
 * dismissed it, asked anew (also: the fan has written more), or wants none to come by itself (then the answer is undefined),
 * and when the program stops.
 */
export async function whileWanted<T>(
  wanted: WantedDraft,
  { read, services, signal }: Pick<Preparation, 'read' | 'services' | 'signal'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const { clock } = services;
  return await whileItHolds(
    () => read((reader) => isWanted(reader, wanted)),
    { clock, signal, everyMs: 500 },
    work,
  );
}
