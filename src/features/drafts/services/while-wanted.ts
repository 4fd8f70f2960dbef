import type { Preparation } from '#src/jobs/job-kind.ts';
import type { MakeRef } from './ask-draft.ts';
import { isWanted } from './asked-draft.ts';

const lookEveryMs = 500;

/**
 * Does what takes a while as long as somebody wants the draft: the signal is aborted once the creator has answered by hand,
 * dismissed it or asked for another (then the answer is undefined), and when the program stops.
 */
export async function whileWanted<T>(
  ref: MakeRef,
  { read, services, signal }: Pick<Preparation, 'read' | 'services' | 'signal'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const over = new AbortController();
  let cancel = () => {};
  const look = () => {
    cancel = services.clock.after(lookEveryMs, () => {
      // A look that fails tells nothing; the next one may.
      const looked = read((reader) => isWanted(reader, ref)).catch(() => true);
      void looked.then((wanted) => {
        if (!wanted) over.abort();
        else if (!over.signal.aborted) look();
      });
    });
  };
  look();
  try {
    return await work(AbortSignal.any([signal, over.signal]));
  } catch (error) {
    if (over.signal.aborted && !signal.aborted) return undefined;
    throw error;
  } finally {
    over.abort();
    cancel();
  }
}
