import { choiceChanges, lastChoiceChange, mergedTags } from '#src/features/memory/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Filter } from '../rules/filter.ts';
import { followChoices } from '../rules/follow-choices.ts';
import { followMerges } from '../rules/follow-merges.ts';
import { readFilter } from '../rules/read-filter.ts';

/** A filter as it was stored: its JSON, and the last change of a choice that it knows. */
export interface StoredFilter {
  readonly filter: string;
  readonly choice_change_id: number;
}

/** Reads a stored filter; null for what cannot be read. */
export type ReadStored = (stored: StoredFilter) => Filter | null;

/** Reads stored filters, with tags that were merged and choices that were renamed since as what they are now. */
export async function filterReader(reader: Reader): Promise<ReadStored> {
  const merged = await mergedTags(reader);
  const changes = await choiceChanges(reader);
  return ({ filter: json, choice_change_id: known }) => {
    const read = readFilter(json);
    if (!read.ok) return null;
    const since = changes.filter(({ id }) => id > known);
    return followChoices(followMerges(read.filter, merged), since);
  };
}

/** A filter that means what things are called now, as it is stored. */
export async function storedNow(reader: Reader, filter: Filter | null): Promise<StoredFilter> {
  return { filter: JSON.stringify(filter), choice_change_id: await lastChoiceChange(reader) };
}
