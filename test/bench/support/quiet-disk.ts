import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const quickMs = 4;
const quickInARow = 50;
const longestMs = 180_000;

/**
 * Waits until the disk has written what was just filled: flushes are slow until then, on any disk. Resolves once 50 small
 * flushes in a row took less than 4 ms each, or after three minutes.
 */
export async function quietDisk(dir: string): Promise<void> {
  const path = join(dir, 'quiet');
  const file = openSync(path, 'w');
  const until = performance.now() + longestMs;
  const block = Buffer.alloc(4096);
  try {
    for (let quick = 0; quick < quickInARow && performance.now() < until; ) {
      const began = performance.now();
      writeSync(file, block, 0, block.length, 0);
      fdatasyncSync(file);
      quick = performance.now() - began < quickMs ? quick + 1 : 0;
      await pause(10);
    }
  } finally {
    closeSync(file);
    rmSync(path);
  }
}
