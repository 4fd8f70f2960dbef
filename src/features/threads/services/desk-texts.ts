import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';

/** The translator for what is said at the desk: the creator's language. */
export async function deskTexts(reader: Reader, services: Services): Promise<Translate> {
  const { language } = await preferencesOf(reader);
  return services.texts.for(language);
}
