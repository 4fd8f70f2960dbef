import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Run, runsAt } from '#test/model/operation.ts';
import { playRun } from '#test/model/play-run.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

/**
 * Declares the test of random runs that begin at this desk. A failure prints the shortest run that was found, and the
 * seed. The seed is the same each time, so that a change is blamed only for what it does; `MODEL_SEED=… MODEL_RUNS=… npx
 * vitest run test/model` plays others, and more.
 */
export function testRandomRuns(desk: Run['desk']): void {
  const seed = Number(process.env['MODEL_SEED'] ?? 20_261_121);
  const numRuns = Number(process.env['MODEL_RUNS'] ?? 500);
  let storage: TestStorage;

  beforeAll(async () => {
    storage = await openTestStorage({ inMemory: true });
  });

  afterAll(() => storage[Symbol.asyncDispose]());

  test(`nothing is lost and nothing is doubled in ${numRuns} random runs at a ${desk} desk, seed ${seed}`, async () => {
    const property = fc.asyncProperty(runsAt(desk), async (run) => {
      expect(await playRun(storage, run)).toEqual([]);
    });
    await fc.assert(property, { numRuns, seed });
  }, 600_000);
}
