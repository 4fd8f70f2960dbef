import { longQuery } from '#src/storage/long-query.ts';
import type { Drawing } from '../rules/drawing.ts';

/**
 * Draws a picture in a thread, because that takes about a tenth of a second: the bytes of a PNG. It reads nothing. The
 * libraries are loaded with the first picture, so that threads which draw none stay small.
 */
export const drawPicture = longQuery(
  import.meta.url,
  'drawPicture',
  async (_reader, drawing: Drawing): Promise<Uint8Array> => {
    const { toSvg } = await import('./to-svg.ts');
    const { toPng } = await import('./to-png.ts');
    return toPng(toSvg(drawing));
  },
);
