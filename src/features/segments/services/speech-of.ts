import type { Services } from '#src/core/services.ts';
import { allFields } from '#src/features/memory/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { tagNames } from '../queries/tag-names.ts';
import type { Speech } from '../rules/filter-words.ts';
import type { Names } from '../rules/names.ts';

/** The tags and fields that there are. */
export async function namesOf(reader: Reader): Promise<Names> {
  return { tags: await tagNames(reader), fields: await allFields(reader) };
}

/** What words are made with: the creator's language, the tags and fields that there are. */
export async function speechOf(reader: Reader, services: Services): Promise<Speech> {
  const language = await preferenceOf(reader, 'language');
  return { names: await namesOf(reader), language, t: services.texts.for(language) };
}
