import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';

/** The translator for what is said at the desk: the creator's language. */
export async function deskTexts(reader: Reader, services: Services): Promise<Translate> {
  return services.texts.for(await preferenceOf(reader, 'language'));
}
