import { seededRandom } from '#test/support/sandbox/random.ts';
import { type Books, checkBooks } from '#test/support/crash/books.ts';
import { pause } from '#test/support/crash/pause.ts';
import { openStage, type Mode, type Stage } from '#test/support/crash/stage.ts';
import { makeTraffic } from '#test/support/crash/traffic.ts';

/** What a run of random kills came to. */
export interface KillRun {
  readonly books: Books;
  readonly kills: number;
}

/** Kills the real program at random while people write, edit, answer and delete; then lets it finish and checks the books. */
export async function runRandomKills(options: {
  mode: Mode;
  seed: number;
  kills: number;
  /** See openStage. */
  shards?: number;
  /** Told after each kill. */
  onKill?(done: number): void;
}): Promise<KillRun> {
  const { kills, seed } = options;
  await using stage = await openStage(options);
  const traffic = makeTraffic(stage, seed);
  const random = seededRandom(seed ^ 0x5bd1e995);
  for (let kill = 0; kill < kills; kill += 1) {
    const child = stage.start();
    // A distant Telegram: at most kills some calls are under way.
    stage.sandbox.clearFaults();
    if (random.next() < 0.7) {
      stage.sandbox.fault({ fault: 'slow', ms: random.integer(5, 60), times: 100_000 });
    }
    // Some die while they start, most at work.
    if (random.next() < 0.85) {
      await child.started;
      await atWork(stage);
    }
    const dieAt = performance.now() + random.integer(5, 400);
    while (performance.now() < dieAt) {
      traffic.step();
      await pause(random.integer(0, 25));
    }
    if (!child.running)
      throw new Error(`the program ended by itself:\n${child.output().slice(-4_000)}`);
    await child.kill();
    // People do not wait for the program to come back.
    for (let n = random.integer(0, 3); n > 0; n -= 1) traffic.step();
    options.onKill?.(kill + 1);
  }
  stage.sandbox.clearFaults();
  stage.start();
  await stage.drain();
  const books = await checkBooks(stage, traffic);
  await stage.child.terminate();
  return { books, kills };
}

/** Waits until some of what had piled up is taken: a webhook that failed is tried again only after a while. */
async function atWork(stage: Stage): Promise<void> {
  const pending = () => stage.casts.reduce((sum, { bot }) => sum + bot.pendingUpdates, 0);
  const before = pending();
  const until = performance.now() + 2_500;
  while (before > 0 && pending() >= before && performance.now() < until) await pause(5);
}
