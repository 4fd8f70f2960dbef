import type { Services } from '#src/core/services.ts';
import { fanName } from '#src/features/fans/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { DeskPressure } from '../pressure.ts';
import { waitingThreads } from '../queries/load-rows.ts';
import { digestMessage, fansPerPage, pagesOf } from '../rules/digest-text.ts';
import type { ShownThread } from '../rules/digest-text.ts';
import { rankWaiting } from '../rules/rank-waiting.ts';

/** The digest as it is to be shown now, and the page that it shows: the last one when the wanted one is no more. */
export async function digestView(
  reader: Reader,
  pressure: DeskPressure,
  services: Services,
): Promise<{ fans: number; page: number; payload: Readonly<Record<string, unknown>> }> {
  const now = services.clock.now();
  const { language } = await preferencesOf(reader);
  const ranked = rankWaiting(await waitingThreads(reader), now);
  const page = Math.min(pressure.page, pagesOf(ranked.length) - 1);
  const shown: ShownThread[] = [];
  for (const thread of ranked.slice(page * fansPerPage, (page + 1) * fansPerPage)) {
    shown.push({ ...thread, name: await fanName(reader, thread.fanId) });
  }
  const { text, entities, keyboard } = digestMessage({
    fans: ranked.length,
    messages: ranked.reduce((total, thread) => total + thread.messages, 0),
    page,
    shown,
    now,
    language,
    t: services.texts.for(language),
  });
  return { fans: ranked.length, page, payload: { text, entities, reply_markup: keyboard } };
}
