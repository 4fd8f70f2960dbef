import { preferencesOf } from '#src/features/preferences/index.ts';
import type { Job } from '#src/jobs/job.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import { preparePicture } from './services/prepare-picture.ts';
import { drawJob, type PictureWish } from './services/ask-for-picture.ts';
import { sayFailed, sendPicture } from './services/send-picture.ts';

/** Draws what was asked for at the desk, in a thread, and sends it. */
export const drawKind: JobKind = {
  kind: drawJob,
  late: 'once',
  prepare: async (job, preparation) => await preparePicture(wishOf(job), preparation),
  async run(tx, job, services, prepared) {
    const { answer, style } = prepared as Awaited<ReturnType<typeof preparePicture>>;
    await sendPicture(tx, wishOf(job), answer, style, services);
  },
  async onFailed(tx, job, services) {
    const { language } = await preferencesOf(tx);
    const t = services.texts.for(language);
    await sayFailed(tx, wishOf(job), t('insights-failed'), services.clock.now());
  },
};

function wishOf(job: Job): PictureWish {
  return job.ref as unknown as PictureWish;
}
