import { type Filter, isCondition } from './filter.ts';

/** The same filter without what says nothing: groups of one, groups in groups of their kind, double negations. */
export function simplify(filter: Filter): Filter {
  if (isCondition(filter)) return filter;
  if ('not' in filter) {
    const inner = simplify(filter.not);
    return 'not' in inner ? inner.not : { not: inner };
  }
  const all = 'all' in filter;
  const parts = (all ? filter.all : filter.any).map(simplify).flatMap((part) => {
    if (all) return 'all' in part ? part.all : [part];
    return 'any' in part ? part.any : [part];
  });
  const [first, ...others] = parts;
  if (first && others.length === 0) return first;
  return all ? { all: parts } : { any: parts };
}
