import type { FanId } from '#src/core/ids.ts';

const maskBits = 31;

/**
 * Fans as one bit each, or with `except` all fans but these. So all, any and not of conditions cost nothing beside reading
 * who meets each.
 */
export interface FanSet {
  /** Bit n of word m: the fan whose row id is 32 m + n. */
  readonly words: Uint32Array;
  readonly except: boolean;
}

/** Nobody. */
export const noFans: FanSet = { words: new Uint32Array(0), except: false };

/** Fans with the row ids from 1 to this one. */
export function fansUpTo(last: FanId): FanSet {
  const words = new Uint32Array((last >>> 5) + 1).fill(0xffff_ffff);
  const top = last & maskBits;
  words[last >>> 5] = top === maskBits ? 0xffff_ffff : (1 << (top + 1)) - 1;
  words[0] = (words[0] ?? 0) & ~1;
  return { words, except: false };
}

/** Reads row ids with commas between; null: nobody. */
export function fanSetOf(ids: string | null): FanSet {
  let words = new Uint32Array(1_024);
  let id = 0;
  const put = () => {
    const at = id >>> 5;
    if (at >= words.length) {
      const more = new Uint32Array(Math.max(at + 1, words.length * 2));
      more.set(words);
      words = more;
    }
    words[at] = (words[at] ?? 0) | (1 << (id & maskBits));
    id = 0;
  };
  for (let at = 0; ids !== null && at < ids.length; at += 1) {
    const digit = ids.charCodeAt(at) - 48;
    if (digit >= 0) id = id * 10 + digit;
    else put();
  }
  if (ids !== null && ids !== '') put();
  return { words, except: false };
}

/** Takes over fans that are stored as bits: bit n of part m is the fan whose row id is 32 m + n. */
export function fanSetOfBits(parts: readonly { part: number; bits: number }[]): FanSet {
  const words = new Uint32Array(parts.reduce((most, { part }) => Math.max(most, part + 1), 0));
  for (const { part, bits } of parts) words[part] = bits;
  return { words, except: false };
}

/** Everybody else. */
export function complement({ words, except }: FanSet): FanSet {
  return { words, except: !except };
}

/** Who is in both. */
export function intersect(a: FanSet, b: FanSet): FanSet {
  if (a.except && b.except) return { words: either(a.words, b.words), except: true };
  if (a.except) return { words: without(b.words, a.words), except: false };
  if (b.except) return { words: without(a.words, b.words), except: false };
  return { words: both(a.words, b.words), except: false };
}

/** How many there are. A set of all but some is to be met with those who exist first. */
export function sizeOf({ words }: FanSet): number {
  let count = 0;
  for (const word of words) count += bitsIn(word);
  return count;
}

/** Their row ids, lowest first. */
export function idsIn({ words }: FanSet): FanId[] {
  const ids: FanId[] = [];
  for (const [at, word] of words.entries()) {
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      ids.push((at * 32 + maskBits - Math.clz32(rest & -rest)) as FanId);
    }
  }
  return ids;
}

function both(a: Uint32Array, b: Uint32Array): Uint32Array {
  return a.map((word, at) => word & (b[at] ?? 0));
}

function without(a: Uint32Array, b: Uint32Array): Uint32Array {
  return a.map((word, at) => word & ~(b[at] ?? 0));
}

function either(a: Uint32Array, b: Uint32Array): Uint32Array {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return long.map((word, at) => word | (short[at] ?? 0));
}

/** Bits that are set, counted in parallel (Warren, Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
