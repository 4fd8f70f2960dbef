import { type Books, checkBooks } from '#test/support/crash/books.ts';
import { pause } from '#test/support/crash/pause.ts';
import { openStage, type Mode } from '#test/support/crash/stage.ts';
import { makeTraffic } from '#test/support/crash/traffic.ts';

/** A script in another process's place holds the files' write locks again and again while people write. */
export async function runBusyFiles(options: {
  mode: Mode;
  seed: number;
  rounds: number;
}): Promise<{ readonly books: Books; readonly held: number }> {
  await using stage = await openStage(options);
  const traffic = makeTraffic(stage, options.seed);
  await stage.start().started;
  let held = 0;
  await stage.withStorage(async (storage) => {
    for (let round = 0; round < options.rounds; round += 1) {
      for (const { record } of stage.casts) {
        await storage.store.transact(record.tenantId, async () => {
          for (let n = 0; n < 6; n += 1) {
            traffic.step();
            await pause(25);
          }
        });
        held += 1;
      }
      traffic.step();
      await pause(10);
    }
  });
  await stage.drain();
  const books = await checkBooks(stage, traffic);
  await stage.child.terminate();
  return { books, held };
}
