import type { TenantId, ThreadId } from '#src/core/ids.ts';
import { UnwrittenAnswers, type Work } from '#src/core/unwritten-answers.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import type { Job } from '#src/jobs/job.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { MemorySource } from './ports.ts';
import { askedDraft } from './services/asked-draft.ts';
import { jobs, type MakeRef } from './services/ask-draft.ts';
import { autoDraft } from './services/auto-draft.ts';
import { proposeDraft } from './services/propose-draft.ts';
import { progressPlace, showProgress } from './services/show-progress.ts';
import { watchWanted } from './services/while-wanted.ts';
import { dropStopped, giveUpDraft, type MadeDraft, offerDraft } from './services/show-draft.ts';
import { isStillSo, type MadeFrom } from './services/made-from.ts';

/** What a model answered for a round of a draft, and what it was made from. */
interface Answered {
  readonly made: MadeDraft;
  readonly from: MadeFrom;
}

/** Whether an answer still holds is asked of `isStillSo`. */
const lookedAtAfter = '';

/**
 * Makes what a draft offers, beside the tenant's other work, and shows it. Where the creator answered meanwhile it does
 * nothing. What a model answered is offered by the next try where it cannot be written down by this one.
 */
export function makeKind(memory: MemorySource): JobKind {
  // Who waits for a draft is told within some two minutes that it did not work.
  const unwritten = new UnwrittenAnswers<Answered>({ keptMs: 15 * 60_000, most: 1_000 });
  const whileWanted = watchWanted();
  return {
    kind: jobs.make,
    late: 'once',
    apart: true,
    async prepare(job, preparation): Promise<MadeDraft | undefined> {
      const { services } = preparation;
      const round = roundOf(preparation.tenantId, refOf(job));
      const found = await preparation.read(async (reader) => {
        const asked = await askedDraft(reader, refOf(job));
        return asked && { asked, place: await progressPlace(reader, asked) };
      });
      if (!found) {
        unwritten.forget(round);
        return undefined;
      }
      const { asked, place } = found;
      const kept = unwritten.offer(round, lookedAtAfter);
      if (kept) {
        const parts = { memory, services };
        const same = (reader: Reader) => isStillSo(reader, kept.from, asked, parts);
        if (await preparation.read(same)) return kept.made;
        unwritten.forget(round);
      }
      const progress = showProgress(place, preparation);
      const wanted = { ...refOf(job), wanted: asked.wanted };
      const proposed = await whileWanted(wanted, preparation, (signal) =>
        proposeDraft(asked, memory, { ...preparation, signal, progress }),
      ).finally(() => progress.end());
      if (!proposed) return undefined;
      const { messageId, knownEditAt, atHand } = asked;
      const { from, ...given } = proposed;
      const made = { messageId, knownEditAt, atHand, ...given };
      if (from) unwritten.keep(round, lookedAtAfter, { made, from }, services.clock);
      return made;
    },
    async run(tx, job, services, prepared) {
      const ref = refOf(job);
      tx.afterCommit(() => unwritten.forget(roundOf(tx.tenantId, ref)));
      if (prepared) return await offerDraft(tx, ref, prepared as MadeDraft, services);
      await dropStopped(tx, ref.draftId, services);
    },
    async onFailed(tx, job, services) {
      unwritten.forget(roundOf(tx.tenantId, refOf(job)));
      await giveUpDraft(tx, refOf(job).draftId, services);
    },
  };
}

function roundOf(tenantId: TenantId, { draftId, round }: MakeRef): Work {
  return [tenantId, draftId, round];
}

/** A fan was quiet for some seconds: where the creator wants it, a draft comes by itself. */
export const autoKind: JobKind = {
  kind: jobs.auto,
  late: 'skip',
  async run(tx, job, services) {
    const { threadId } = job.ref as { threadId: ThreadId };
    await autoDraft(tx, threadId, services);
  },
};

function refOf(job: Job): MakeRef {
  return job.ref as unknown as MakeRef;
}
