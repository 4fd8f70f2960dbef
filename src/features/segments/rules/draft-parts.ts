import { type Filter, isCondition } from './filter.ts';
import { simplify } from './simplify.ts';

/** A filter as the menu shows it: parts of which all or one must hold. A part may be a condition or a group. */
export interface Parts {
  readonly join: 'all' | 'any';
  readonly parts: readonly Filter[];
}

/** The parts of a filter. */
export function partsOf(filter: Filter): Parts {
  if (isCondition(filter) || 'not' in filter) return { join: 'all', parts: [filter] };
  return 'all' in filter ? { join: 'all', parts: filter.all } : { join: 'any', parts: filter.any };
}

/** The filter of these parts; without any it is every fan. */
export function filterOf({ join, parts }: Parts): Filter {
  return join === 'any' && parts.length > 0 ? { any: parts } : { all: parts };
}

/** One more part. `into`: it goes with that part, as an alternative where all must hold, as a further demand where one must. */
export function addPart({ join, parts }: Parts, part: Filter, into: number | null): Parts | null {
  if (into === null) return { join, parts: [...parts, part] };
  const target = parts[into];
  if (!target) return null;
  const group = simplify(join === 'all' ? { any: [target, part] } : { all: [target, part] });
  return { join, parts: parts.with(into, group) };
}

/** Turns a part round; null when there is none at this place. */
export function negatePart({ join, parts }: Parts, at: number): Parts | null {
  const part = parts[at];
  return part ? { join, parts: parts.with(at, simplify({ not: part })) } : null;
}

/** Takes a part out; null when there is none at this place. */
export function removePart({ join, parts }: Parts, at: number): Parts | null {
  return parts[at] ? { join, parts: parts.toSpliced(at, 1) } : null;
}

/** All where it was one, one where it was all. */
export function switchJoin({ join, parts }: Parts): Parts {
  return { join: join === 'all' ? 'any' : 'all', parts };
}
