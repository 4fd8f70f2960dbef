/** Seeded random numbers, so that a failing test fails again the same way. */
export interface SeededRandom {
  /** 0 <= x < 1. */
  next(): number;
  /** min <= x <= max, whole. */
  integer(min: number, max: number): number;
  /** Characters of [A-Za-z0-9_-]. */
  text(length: number): string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** The mulberry32 generator. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const text = (length: number) => {
    let out = '';
    for (let i = 0; i < length; i++) out += alphabet[integer(0, 63)];
    return out;
  };
  return { next, integer, text };
}
