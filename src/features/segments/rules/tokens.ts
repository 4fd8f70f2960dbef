/** How a key and its value are joined. */
export type Operator = ':' | '=' | '>=' | '<=' | '>' | '<';

/** A piece of a typed filter, with its place (UTF-16 units). */
export type Token = { readonly at: number; readonly end: number } & (
  | { readonly kind: '(' | ')' | 'not' | 'and' | 'or' }
  /** `key`, `key:value`; `name` is what stands behind a dot, as in `field.City`. */
  | {
      readonly kind: 'condition';
      readonly key: string;
      readonly name: string | null;
      readonly operator: Operator | null;
      readonly value: string | null;
    }
  /** A quotation that does not end. */
  | { readonly kind: 'unclosed-quote' }
);

// Phones turn straight quotation marks into others.
const quotes = '"“”„«»';
const closing = '"“”«»';
const keyPart = /[\p{L}\p{M}\p{N}_-]+/uy;
const operator = /[>≥]=|[<≤]=|[:=><≥≤]/uy;
const bare = /[^\s()"“”„«»]+/uy;

/** Cuts a typed filter into its pieces. Never fails: what makes no sense is a condition with a strange key. */
export function tokensOf(typed: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < typed.length) {
    const unit = typed[at] ?? '';
    if (/\s/u.test(unit)) {
      at += 1;
      continue;
    }
    const token = tokenAt(typed, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(typed: string, at: number): Token {
  const unit = typed[at] ?? '';
  if (unit === '(' || unit === ')') return { kind: unit, at, end: at + 1 };
  const negation = unit === '!' || (unit === '-' && /[\p{L}(]/u.test(typed[at + 1] ?? ''));
  if (negation) return { kind: 'not', at, end: at + 1 };
  return conditionAt(typed, at);
}

function conditionAt(typed: string, at: number): Token {
  const key = textAt(typed, at);
  if (!key) return { kind: 'unclosed-quote', at, end: typed.length };
  let { end } = key;
  let name: string | null = null;
  if (typed[end] === '.') {
    const named = textAt(typed, end + 1);
    if (!named) return { kind: 'unclosed-quote', at, end: typed.length };
    name = named.text;
    end = named.end;
  }
  const sign = match(operator, typed, end);
  if (sign === null) {
    const word = name === null ? key.text.toLowerCase() : '';
    const joint = word === 'not' || word === 'and' || word === 'or' ? word : null;
    if (joint) return { kind: joint, at, end };
    return { kind: 'condition', key: key.text, name, operator: null, value: null, at, end };
  }
  end += sign.length;
  const value = valueAt(typed, end);
  if (!value) return { kind: 'unclosed-quote', at, end: typed.length };
  return {
    kind: 'condition',
    key: key.text,
    name,
    operator: operatorOf(sign),
    value: value.text === '' ? null : value.text,
    at,
    end: value.end,
  };
}

interface Text {
  readonly text: string;
  readonly end: number;
}

/** A key or a name: quoted, or letters and digits; else one strange character. Null for an endless quotation. */
function textAt(typed: string, at: number): Text | null {
  if (quotes.includes(typed[at] ?? ' ')) return quotedAt(typed, at);
  const word = match(keyPart, typed, at);
  if (word !== null) return { text: word, end: at + word.length };
  const strange = String.fromCodePoint(typed.codePointAt(at) ?? 32);
  return /[\s():=<>≤≥]/u.test(strange) || at >= typed.length
    ? { text: '', end: at }
    : { text: strange, end: at + strange.length };
}

function valueAt(typed: string, at: number): Text | null {
  if (quotes.includes(typed[at] ?? ' ')) return quotedAt(typed, at);
  const word = match(bare, typed, at) ?? '';
  return { text: word, end: at + word.length };
}

/** A straight mark is closed by one of its kind, any other by any; a backslash takes the next character as it is. */
function quotedAt(typed: string, at: number): Text | null {
  const closers = typed[at] === '"' ? '"' : closing;
  let text = '';
  for (let next = at + 1; next < typed.length; next += 1) {
    const unit = typed[next] ?? '';
    if (closers.includes(unit)) return { text, end: next + 1 };
    if (unit === '\\' && next + 1 < typed.length) {
      next += 1;
      text += typed[next] ?? '';
    } else text += unit;
  }
  return null;
}

function match(pattern: RegExp, typed: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(typed)?.[0] ?? null;
}

function operatorOf(sign: string): Operator {
  return sign.replace('≥', '>=').replace('≤', '<=').slice(0, 2) as Operator;
}
