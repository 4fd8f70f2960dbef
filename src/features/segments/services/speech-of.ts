import type { Services } from '#src/core/services.ts';
import { allFields } from '#src/features/memory/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { recentSources } from '../queries/recent-sources.ts';
import { tagNames } from '../queries/tag-names.ts';
import type { Speech } from '../rules/filter-words.ts';
import type { Names } from '../rules/names.ts';

/** Links that are offered; any other can be typed. */
const mostSources = 12;

/** The tags and fields that there are. */
export async function namesOf(reader: Reader): Promise<Names> {
  return { tags: await tagNames(reader), fields: await allFields(reader) };
}

/** These names with the links by which most of the newest fans came. */
export async function withSources(reader: Reader, names: Names): Promise<Names> {
  return { ...names, sources: await recentSources(reader, mostSources) };
}

/** What words are made with: the creator's language, the tags and fields that there are. */
export async function speechOf(reader: Reader, services: Services): Promise<Speech> {
  const language = await preferenceOf(reader, 'language');
  return { names: await namesOf(reader), language, t: services.texts.for(language) };
}
