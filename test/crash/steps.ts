import type { CrashPoint } from '#src/core/crash-points.ts';
import { type Books, checkBooks } from '#test/support/crash/books.ts';
import { pause } from '#test/support/crash/pause.ts';
import { openStage, type Mode } from '#test/support/crash/stage.ts';
import { makeTraffic } from '#test/support/crash/traffic.ts';
import { seededRandom } from '#test/support/sandbox/random.ts';

/** Every step at which the program may die. */
export const crashPoints: readonly CrashPoint[] = [
  'update-inserted',
  'update-acknowledged',
  'inside-transaction',
  'update-handled',
  'before-call',
  'after-call',
  'before-mark',
];

/** How often the program died at each step, and the books afterwards. */
export interface StepRun {
  readonly books: Books;
  readonly kills: number;
  readonly diedAt: Readonly<Record<string, number>>;
}

/** Longest wait for one death; the traffic goes on until then. */
const patienceMs = 20_000;

/** Lets the program die at each step so many times, at the first, a middle or a later pass over it. */
export async function runSteps(options: {
  mode: Mode;
  seed: number;
  rounds: number;
  points?: readonly CrashPoint[];
  onKill?(done: number): void;
}): Promise<StepRun> {
  const { mode, seed, rounds } = options;
  await using stage = await openStage({ mode, seed });
  const traffic = makeTraffic(stage, seed);
  const random = seededRandom(seed ^ 0x2545f491);
  const diedAt: Record<string, number> = {};
  let kills = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const point of options.points ?? crashPoints) {
      const child = stage.start({ point, pass: random.integer(1, 1 + 4 * Math.min(round, 3)) });
      const until = performance.now() + patienceMs;
      let taking = false;
      void child.started.then(() => {
        taking = true;
      });
      while (child.running) {
        if (performance.now() > until)
          throw new Error(`it did not die at ${point}:\n${child.output().slice(-3_000)}`);
        traffic.step();
        // While it starts there is no hurry: what piles up then is only slow to check.
        await pause(taking ? random.integer(1, 12) : 40);
      }
      const { signal } = await child.ended;
      if (signal !== 'SIGKILL')
        throw new Error(`it ended by itself at ${point}:\n${child.output().slice(-3_000)}`);
      diedAt[point] = (diedAt[point] ?? 0) + 1;
      kills += 1;
      options.onKill?.(kills);
    }
  }
  stage.start();
  await stage.drain();
  const books = await checkBooks(stage, traffic);
  await stage.child.terminate();
  return { books, kills, diedAt };
}
