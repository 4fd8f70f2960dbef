import { cover, excludes, implies, isAlways, isNever } from './compare.ts';
import { type Filter, isCondition, type Literal } from './filter.ts';
import { type Gone, goneIn, type Names } from './names.ts';

/** Why no fan can match: these two never hold together, one alone never holds, or what one asks for is gone. */
export type Contradiction =
  | { readonly why: 'both'; readonly first: Literal; readonly second: Literal }
  | { readonly why: 'never'; readonly literal: Literal }
  | { readonly why: 'gone'; readonly gone: Gone };

/** Ways to choose one part of each `any` that are looked through; with more, nothing is said. */
const mostWays = 2_000;

/**
 * Why no fan can match a filter, whoever the fans are: one reason for each alternative. Empty: some may match, or it is too
 * involved to tell.
 */
export function contradictions(filter: Filter, names: Names): Contradiction[] {
  const search = new Search(names);
  return search.closes([], [{ filter, negated: false }]) ? search.reasons : [];
}

interface Pending {
  readonly filter: Filter;
  readonly negated: boolean;
}

/** Goes through all ways to meet the filter and notes why each of them fails. */
class Search {
  readonly reasons: Contradiction[] = [];
  readonly #names: Names;
  #ways = 0;

  constructor(names: Names) {
    this.#names = names;
  }

  /** Whether every way to meet all of these fails. Alternatives come last, when most is known. */
  closes(known: readonly Literal[], pending: readonly Pending[]): boolean {
    const literals = [...known];
    const choices: Pending[][] = [];
    const rest = [...pending];
    for (let next = rest.shift(); next; next = rest.shift()) {
      const { filter, negated } = next;
      if (isCondition(filter)) {
        const literal = { condition: filter, negated };
        const reason = this.#conflict(literals, literal);
        if (reason) {
          this.#note(reason);
          return true;
        }
        literals.push(literal);
      } else if ('not' in filter) rest.unshift({ filter: filter.not, negated: !negated });
      else {
        const all = 'all' in filter;
        const parts = (all ? filter.all : filter.any).map((part) => ({ filter: part, negated }));
        if (all === negated) choices.push(parts);
        else rest.unshift(...parts);
      }
    }
    const [first, ...others] = choices;
    if (!first) return false;
    return first.every((part) => {
      this.#ways += 1;
      return (
        this.#ways <= mostWays &&
        this.closes(literals, [part, ...others.map((parts) => alternatives(parts))])
      );
    });
  }

  #conflict(known: readonly Literal[], literal: Literal): Contradiction | null {
    const { condition, negated } = literal;
    const gone = negated ? null : goneIn(condition, this.#names);
    if (gone) return { why: 'gone', gone };
    if (negated ? isAlways(condition) : isNever(condition)) return { why: 'never', literal };
    const other = known.find((earlier) => conflict(earlier, literal));
    return other ? { why: 'both', first: other, second: literal } : null;
  }

  #note(reason: Contradiction): void {
    const text = JSON.stringify(reason);
    if (!this.reasons.some((known) => JSON.stringify(known) === text)) this.reasons.push(reason);
  }
}

/** The alternatives again as one filter. */
function alternatives(parts: readonly Pending[]): Pending {
  const any = parts.map(({ filter, negated }) => (negated ? { not: filter } : filter));
  return { filter: { any }, negated: false };
}

function conflict(a: Literal, b: Literal): boolean {
  if (a.negated && b.negated) return cover(a.condition, b.condition);
  if (a.negated) return implies(b.condition, a.condition);
  if (b.negated) return implies(a.condition, b.condition);
  return excludes(a.condition, b.condition);
}
