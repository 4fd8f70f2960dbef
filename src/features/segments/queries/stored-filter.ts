import { mergedTags } from '#src/features/memory/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Filter } from '../rules/filter.ts';
import { followMerges } from '../rules/follow-merges.ts';
import { readFilter } from '../rules/read-filter.ts';

/** Reads stored filters, with tags that were merged since as what they are now; null for what cannot be read. */
export async function filterReader(reader: Reader): Promise<(json: string) => Filter | null> {
  const merged = await mergedTags(reader);
  return (json) => {
    const read = readFilter(json);
    return read.ok ? followMerges(read.filter, merged) : null;
  };
}
