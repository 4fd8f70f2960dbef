import { preferencesOf } from '#src/features/preferences/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import { drawPicture } from '../picture/draw-picture.ts';
import { keptPicture } from '../queries/picture-rows.ts';
import { readFacts } from '../queries/read-facts.ts';
import { readSpan } from '../queries/read-span.ts';
import { makePicture, type PictureStyle } from '../rules/make-picture.ts';
import { spanOf } from '../rules/span.ts';
import type { PictureWish } from './ask-for-picture.ts';
import type { Answer } from './send-picture.ts';

/** A picture is shown again for so long before it is drawn anew; never on another day. */
const keptMs = 3 * 60_000;

/** Reads, words and draws what was asked for; reading and drawing run in threads. */
export async function preparePicture(
  wish: PictureWish,
  { read, readLong, services }: Preparation,
): Promise<{ answer: Answer; style: PictureStyle }> {
  const { language, timeZone, pictureTheme } = await read(preferencesOf);
  const style = { language, timeZone, theme: pictureTheme };
  const now = services.clock.now();
  const { picture, days } = wish;
  const span =
    days === 'all' ? await readLong(readSpan, { now, timeZone }) : spanOf(days, now, timeZone);
  const name = [picture, days, pictureTheme, language, timeZone].join(' ');
  const since = Math.max(now - keptMs, span.dayStarts.at(-2) ?? now);
  const kept = await read((reader) => keptPicture(reader, name, since));
  if (kept) {
    const { fileId, caption, drawnAt } = kept;
    return { answer: { is: 'picture', name, drawnAt, photo: fileId, caption }, style };
  }
  const facts = await readLong(readFacts, { picture, span, timeZone });
  const made = makePicture(facts, span, style, services.texts.for(language));
  if (!made.made) return { answer: { is: 'sentence', text: made.sentence }, style };
  const photo = await readLong(drawPicture, made.drawing);
  const { caption } = made;
  return { answer: { is: 'picture', name, drawnAt: now, photo, caption }, style };
}
