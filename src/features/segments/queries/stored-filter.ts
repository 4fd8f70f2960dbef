import { choiceChanges, mergedTags } from '#src/features/memory/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Filter } from '../rules/filter.ts';
import { followChoices } from '../rules/follow-choices.ts';
import { followMerges } from '../rules/follow-merges.ts';
import { readFilter } from '../rules/read-filter.ts';

/** Reads a filter that was stored at a time (epoch ms); null for what cannot be read. */
export type ReadStored = (json: string, storedAt: number) => Filter | null;

/** Reads stored filters, with tags that were merged and choices that were renamed since as what they are now. */
export async function filterReader(reader: Reader): Promise<ReadStored> {
  const merged = await mergedTags(reader);
  const changes = await choiceChanges(reader);
  return (json, storedAt) => {
    const read = readFilter(json);
    if (!read.ok) return null;
    const since = changes.filter(({ changedAt }) => changedAt >= storedAt);
    return followChoices(followMerges(read.filter, merged), since);
  };
}
