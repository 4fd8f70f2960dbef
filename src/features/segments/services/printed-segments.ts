import type { Reader } from '#src/storage/reader.ts';
import { segmentsPage } from '../queries/segment-rows.ts';
import { printText } from '../rules/print-text.ts';
import { simplify } from '../rules/simplify.ts';
import { namesOf } from './speech-of.ts';

/** Every segment by name, its filter as it can be typed; null where that asks for something that is gone. */
export async function printedSegments(
  reader: Reader,
): Promise<{ readonly name: string; readonly filter: string | null }[]> {
  const names = await namesOf(reader);
  const segments = await segmentsPage(reader, { limit: -1, offset: 0 });
  return segments.map(({ name, filter }) => ({
    name,
    filter: filter && printText(simplify(filter), names),
  }));
}
