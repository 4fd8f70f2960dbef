import type { FanId } from '#src/core/ids.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import type { Job } from '#src/jobs/job.ts';
import type { Services } from '#src/core/services.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { draftOf } from './queries/draft-rows.ts';
import { countFans, someFans } from './queries/matching-fans.ts';
import { momentOf } from './rules/moment.ts';
import { type Counted, builderView } from './services/builder-view.ts';
import { previewSize, previewView } from './services/preview-view.ts';
import { showCard } from './services/show-card.ts';
import { speechOf } from './services/speech-of.ts';
import { countJob, type CountRef, startCount } from './services/start-count.ts';

interface Found {
  readonly counted: Counted;
  readonly fans: readonly FanId[];
}

/** Counts the fans of a draft, off the event loop, and shows it; nothing where the draft was changed meanwhile. */
export const countKind: JobKind = {
  kind: countJob,
  late: 'once',
  async prepare(job, { read, readLong, services }): Promise<Found | undefined> {
    const { userId, version, show } = refOf(job);
    const { draft, timeZone } = await read(async (reader) => ({
      draft: await draftOf(reader, userId),
      timeZone: await preferenceOf(reader, 'timeZone'),
    }));
    if (draft.version !== version || !draft.filter) return undefined;
    const asked = { filter: draft.filter, moment: momentOf(services.clock.now(), timeZone) };
    if (show === 'builder') return { counted: await readLong(countFans, asked), fans: [] };
    const { count, fans } = await readLong(someFans, { ...asked, limit: previewSize });
    return { counted: count, fans };
  },
  async run(tx, job, services, prepared) {
    await showFound(tx, refOf(job), prepared as Found | undefined, services);
  },
  async onFailed(tx, job, services) {
    await showFound(tx, refOf(job), { counted: 'failed', fans: [] }, services);
  },
};

async function showFound(
  tx: Tx,
  { userId, version, show, place }: CountRef,
  found: Found | undefined,
  services: Services,
): Promise<void> {
  const draft = await draftOf(tx, userId);
  if (draft.version !== version) {
    // A message that was promised shows what there is now; one that stands already is changed by whoever changed the draft.
    if (place.edits === undefined) await startCount(tx, draft, { place, show }, services);
    return;
  }
  const speech = await speechOf(tx, services);
  const { counted, fans } = found ?? { counted: 'failed', fans: [] };
  const card =
    show === 'builder'
      ? await builderView(tx, { draft, counted }, speech, services)
      : await previewView(tx, draft, { counted, fans }, speech);
  await showCard(tx, place, card, services);
}

function refOf(job: Job): CountRef {
  return job.ref as unknown as CountRef;
}
