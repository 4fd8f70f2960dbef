import type { Clock } from '#src/core/clock.ts';
import { gather } from '#src/core/gather.ts';
import type { TenantId } from '#src/core/ids.ts';
import { whileItHolds } from '#src/core/while-it-holds.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import { areWanted, type WantedDraft } from './asked-draft.ts';

/** How often it is looked. */
const everyMs = 500;

interface Look {
  readonly tenantId: TenantId;
  readonly wanted: WantedDraft;
  readonly read: Preparation['read'];
  readonly answer: PromiseWithResolvers<boolean>;
}

/**
 * Does what takes a while as long as somebody wants the draft: the signal is aborted once the creator has answered by hand,
 * dismissed it, asked anew (also: the fan has written more), or wants none to come by itself (then the answer is undefined),
 * and when the program stops.
 */
export type WhileWanted = <T>(
  wanted: WantedDraft,
  preparation: Pick<Preparation, 'tenantId' | 'read' | 'services' | 'signal'>,
  work: (signal: AbortSignal) => Promise<T>,
) => Promise<T | undefined>;

/** Watches drafts that are being made; those of a tenant, which may be many, with one look for all. */
export function watchWanted(): WhileWanted {
  const ask = gather<Look>((looks) => {
    for (const ofTenant of Map.groupBy(looks, ({ tenantId }) => tenantId).values()) {
      void lookAtOnce(ofTenant);
    }
  });
  return async (wanted, { tenantId, read, services, signal }, work) => {
    const holds = () => {
      const answer = Promise.withResolvers<boolean>();
      ask({ tenantId, wanted, read, answer });
      return answer.promise;
    };
    return await whileItHolds(holds, { clock: onTheBeat(services.clock), signal, everyMs }, work);
  };
}

async function lookAtOnce(looks: readonly Look[]): Promise<void> {
  const [first] = looks;
  if (!first) return;
  try {
    const all = await first.read((reader) =>
      areWanted(
        reader,
        looks.map(({ wanted }) => wanted),
      ),
    );
    for (const [index, { answer }] of looks.entries()) answer.resolve(all[index] === true);
  } catch (error) {
    for (const { answer } of looks) answer.reject(error);
  }
}

/** A clock whose waits end together, whenever they began: with the next of its times that are so far apart. */
function onTheBeat(clock: Clock): Pick<Clock, 'after'> {
  const left = (ms: number) => ms - (clock.steady() % ms);
  // A timer that fires a moment too early does not wait for the same beat again.
  return { after: (ms, task) => clock.after(left(ms) < ms / 10 ? left(ms) + ms : left(ms), task) };
}
