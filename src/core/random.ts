import { randomBytes } from 'node:crypto';

/** Randomness as a port. */
export interface Random {
  /** That many unpredictable bytes. */
  bytes(count: number): Buffer;
}

/** The operating system's generator. */
export const systemRandom: Random = { bytes: (count) => randomBytes(count) };
