import type { TagId } from '#src/core/ids.ts';
import { type Filter, isCondition } from './filter.ts';

/** The filter with each tag that was merged into another replaced by that one. */
export function followMerges(filter: Filter, merged: ReadonlyMap<TagId, TagId>): Filter {
  if (isCondition(filter)) {
    const into = filter.is === 'tag' ? merged.get(filter.tagId) : undefined;
    return into === undefined ? filter : { is: 'tag', tagId: into };
  }
  const follow = (part: Filter) => followMerges(part, merged);
  if ('not' in filter) return { not: follow(filter.not) };
  return 'all' in filter ? { all: filter.all.map(follow) } : { any: filter.any.map(follow) };
}
