import { type Books, checkBooks } from '#test/support/crash/books.ts';
import { startChild } from '#test/support/crash/child.ts';
import { pause } from '#test/support/crash/pause.ts';
import { openStage, type Mode } from '#test/support/crash/stage.ts';
import { makeTraffic } from '#test/support/crash/traffic.ts';

/** How the program ended each time it was asked to. */
export interface StopRun {
  readonly books: Books;
  readonly exits: readonly { readonly code: number | null; readonly ms: number }[];
}

/** SIGTERM under load, again and again, with calls that hang for a while; then the books must be right. */
export async function runStops(options: {
  mode: Mode;
  seed: number;
  stops: number;
  /** At the last stop Telegram does not answer at all. */
  hang?: boolean;
}): Promise<StopRun> {
  await using stage = await openStage(options);
  const traffic = makeTraffic(stage, options.seed);
  const exits: { code: number | null; ms: number }[] = [];
  for (let stop = 0; stop < options.stops; stop += 1) {
    const child = stage.start();
    await child.started;
    for (let n = 0; n < 25; n += 1) {
      traffic.step();
      await pause(4);
    }
    // Some calls are under way when the signal comes.
    const hangs = options.hang === true && stop === options.stops - 1;
    stage.sandbox.fault({ fault: 'slow', ms: hangs ? 60_000 : 700, times: 6 });
    for (let n = 0; n < 10; n += 1) traffic.step();
    await pause(40);
    const ending = child.terminate();
    for (let n = 0; n < 10; n += 1) {
      traffic.step();
      await pause(4);
    }
    exits.push(await ending);
    stage.sandbox.clearFaults();
  }
  stage.start();
  await stage.drain();
  const books = await checkBooks(stage, traffic);
  await stage.child.terminate();
  return { books, exits };
}

/** A second server on the same data: how it ended, and whether the first one still takes updates. */
export async function runSecondServer(seed: number): Promise<{
  readonly code: number | null;
  readonly said: string;
  readonly firstWorks: boolean;
}> {
  await using stage = await openStage({ mode: 'polling', seed });
  await stage.start().started;
  const second = startChild('src/main.ts', [], {
    settings: { ...stage.settings, PORT: '0' },
    cwd: stage.dir,
  });
  const { code } = await second.ended;
  const traffic = makeTraffic(stage, seed);
  for (let n = 0; n < 10; n += 1) traffic.step();
  await stage.drain();
  const { broken, relayed } = await checkBooks(stage, traffic);
  return { code, said: second.output(), firstWorks: broken.length === 0 && relayed > 0 };
}
