import { seededRandom } from '#test/support/sandbox/random.ts';

/** Choices that always fall the same way for a seed. */
export interface Chance {
  /** 0 <= x < 1. */
  next(): number;
  /** min <= x <= max, whole. */
  integer(min: number, max: number): number;
  /** True that often of one time. */
  happens(often: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Some of a list, each at most once. */
  some<T>(list: readonly T[], count: number): T[];
  /** The index of one of the weights, the heavier the likelier. */
  weigh(weights: readonly number[]): number;
}

/** Makes choices from a seed. */
export function chanceOf(seed: number): Chance {
  const random = seededRandom(seed);
  return {
    next: () => random.next(),
    integer: (min, max) => random.integer(min, max),
    happens: (often) => random.next() < often,
    pick: <T>(list: readonly T[]) => list[random.integer(0, list.length - 1)] as T,
    some<T>(list: readonly T[], count: number) {
      const left = [...list];
      const taken = Math.min(count, left.length);
      return Array.from({ length: taken }, () =>
        left.splice(random.integer(0, left.length - 1), 1),
      ).flat();
    },
    weigh(weights) {
      let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => {
        left -= weight;
        return left < 0;
      });
      return found < 0 ? weights.length - 1 : found;
    },
  };
}
