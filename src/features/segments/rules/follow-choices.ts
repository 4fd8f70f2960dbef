import type { ChoiceChange } from '#src/features/memory/index.ts';
import { type Filter, isCondition } from './filter.ts';

/** The filter with each choice that was renamed under its name of now; one that was removed stays as it was called last. */
export function followChoices(filter: Filter, changes: readonly ChoiceChange[]): Filter {
  if (isCondition(filter)) {
    if (filter.is !== 'field' || filter.test !== 'choice') return filter;
    let { choice } = filter;
    for (const { fieldId, was, becomes } of changes) {
      if (fieldId !== filter.fieldId || was !== choice) continue;
      if (becomes === null) break;
      choice = becomes;
    }
    return { ...filter, choice };
  }
  const follow = (part: Filter) => followChoices(part, changes);
  if ('not' in filter) return { not: follow(filter.not) };
  return 'all' in filter ? { all: filter.all.map(follow) } : { any: filter.any.map(follow) };
}
