import { readCondition, type Typed } from './condition-words.ts';
import { type Filter, tooLarge } from './filter.ts';
import type { Names } from './names.ts';
import { simplify } from './simplify.ts';
import { spacedField } from './spaced-field.ts';
import type { TextProblem } from './text-problem.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Brackets and negations inside each other that are read at all: what is simpler than it is written still counts. */
const deepest = 40;

/**
 * Reads the short text form: conditions side by side must all hold, `or` between them, `not` before one, brackets around
 * several: `stage:vip tag:"big spender" last>30d not (lang:de or lang:en)`.
 */
export function parseText(
  typed: string,
  names: Names,
): { ok: true; filter: Filter } | { ok: false; problem: TextProblem } {
  const parser = new Parser(tokensOf(typed), names, typed.length);
  const filter = parser.whole();
  if (isProblem(filter)) return { ok: false, problem: filter };
  const simple = simplify(filter);
  const large = tooLarge(simple);
  if (large) return { ok: false, problem: { problem: large, at: 0, end: typed.length } };
  return { ok: true, filter: simple };
}

type Read = Filter | TextProblem;

class Parser {
  readonly #tokens: readonly Token[];
  readonly #names: Names;
  readonly #length: number;
  #next = 0;

  constructor(tokens: readonly Token[], names: Names, length: number) {
    this.#tokens = tokens;
    this.#names = names;
    this.#length = length;
  }

  whole(): Read {
    if (this.#tokens.length === 0) return { problem: 'empty', at: 0, end: this.#length };
    const filter = this.#any(0);
    const rest = this.#tokens[this.#next];
    if (isProblem(filter) || !rest) return filter;
    return { problem: 'stray-bracket', at: rest.at, end: rest.end };
  }

  #any(depth: number): Read {
    const parts: Filter[] = [];
    do {
      const part = this.#all(depth);
      if (isProblem(part)) return part;
      parts.push(part);
    } while (this.#took('or'));
    return { any: parts };
  }

  #all(depth: number): Read {
    const parts: Filter[] = [];
    do {
      const part = this.#term(depth);
      if (isProblem(part)) return part;
      parts.push(part);
    } while (this.#took('and') || this.#goesOn());
    return { all: parts };
  }

  #term(depth: number): Read {
    const token = this.#tokens[this.#next];
    if (!token) return { problem: 'nothing-follows', ...this.#end() };
    const { at, end } = token;
    this.#next += 1;
    if (depth > deepest) return { problem: 'too-deep', at, end };
    switch (token.kind) {
      case 'condition':
        return this.#condition(token);
      case 'unclosed-quote':
        return { problem: 'unclosed-quote', at, end };
      case 'not': {
        const inner = this.#term(depth + 1);
        return isProblem(inner) ? inner : { not: inner };
      }
      case '(': {
        const inner = this.#any(depth + 1);
        if (isProblem(inner)) return inner;
        return this.#took(')') ? inner : { problem: 'unclosed-bracket', at, end };
      }
      case ')':
        return { problem: 'stray-bracket', at, end };
      case 'and':
      case 'or':
        return { problem: 'nothing-follows', at, end };
    }
  }

  #condition(token: Typed): Read {
    const read = readCondition(token, this.#names);
    if (!isProblem(read) || (read.problem !== 'unknown-word' && read.problem !== 'bad-value')) {
      return read;
    }
    return spacedField(this.#tokens, this.#next - 1, this.#names) ?? read;
  }

  #took(kind: Token['kind']): boolean {
    if (this.#tokens[this.#next]?.kind !== kind) return false;
    this.#next += 1;
    return true;
  }

  /** Whether another condition stands right beside the last one. */
  #goesOn(): boolean {
    const kind = this.#tokens[this.#next]?.kind;
    return kind !== undefined && kind !== 'or' && kind !== ')';
  }

  /** The place of the last piece, behind which something is missing. */
  #end(): { at: number; end: number } {
    const { at, end } = this.#tokens.at(-1) ?? { at: 0, end: this.#length };
    return { at, end };
  }
}

function isProblem(read: Read): read is TextProblem {
  return 'problem' in read;
}
