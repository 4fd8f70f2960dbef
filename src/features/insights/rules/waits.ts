import type { Waits } from '../insight.ts';

/** More waits say nothing more about the middle of them, and take a second to read. */
const mostWaits = 250_000;

/** Of every how many answers one is enough, where there are so many. */
export function sampleStep(count: number): number {
  return Math.max(1, Math.ceil(count / mostWaits));
}

/** Median and 90th percentile of waits (ms), each one that really was (nearest rank). */
export function waitsOf(waits: readonly number[]): Waits {
  const sorted = Float64Array.from(waits).sort();
  return { count: sorted.length, median: rank(sorted, 0.5), p90: rank(sorted, 0.9) };
}

function rank(sorted: Float64Array, share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
