import type { ChatId } from '#src/core/ids.ts';
import { periods, pictureNames } from '#src/features/insights/insight.ts';
import { preparePicture } from '#src/features/insights/services/prepare-picture.ts';
import { preparationOf } from '#src/jobs/preparation-of.ts';
import type { Figure } from '../../measurement.ts';
import type { Bed } from './bed.ts';
import { whileWatched } from './while-watched.ts';

/** Each picture over each period: read, worded and drawn, as its job prepares it. */
export async function measureInsights(bed: Bed): Promise<readonly Figure[]> {
  const { storage, tenantId, services, scale } = bed;
  const { signal } = new AbortController();
  const preparation = preparationOf(tenantId, { store: storage.store, services, signal });
  const place = { chatId: 1 as ChatId };
  const wishes = pictureNames.flatMap((picture) =>
    (scale === 'full' ? periods : ([30] as const)).map((days) => ({ picture, days, place })),
  );
  const figures = await whileWatched(bed, 'insights', wishes.length, async (round) => {
    const wish = wishes[round % wishes.length];
    if (wish) await preparePicture(wish, preparation);
  });
  return [
    {
      name: 'know-every-fan/insights',
      title: 'a picture of insights, the slowest',
      value: figures.most,
      unit: 'ms',
      baseline: null,
      target: { of: 'value', atMost: 1_000 },
    },
    {
      name: 'know-every-fan/insights-delay',
      title: 'event-loop delay during insights, p99',
      value: figures.delayP99,
      unit: 'ms',
      baseline: null,
      target: { of: 'value', atMost: 20 },
    },
  ];
}
