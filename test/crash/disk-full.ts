import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Books, checkBooks } from '#test/support/crash/books.ts';
import { pause } from '#test/support/crash/pause.ts';
import { openStage, type Mode, type Stage } from '#test/support/crash/stage.ts';
import { makeTraffic } from '#test/support/crash/traffic.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

/** What a full disk came to. */
export interface DiskFullRun {
  readonly books: Books;
  /** `tmpfs`: a small file system was really full; `simulated`: the driver said so, since nothing can be mounted here. */
  readonly how: 'tmpfs' | 'simulated';
  /** How often Telegram was told to come again. */
  readonly refused: number;
}

/** Bytes of the small file system: enough for the files and for what is written while there is room. */
const sizeMb = 32;
const patienceMs = 20_000;

/** The disk fills up while people write, and is freed again, without a restart of the program. */
export async function runDiskFull(options: {
  mode: Mode;
  seed: number;
  rounds: number;
}): Promise<DiskFullRun> {
  using disk = smallDisk();
  await using stage = await openStage({
    ...options,
    ...(disk.path === null ? {} : { dataDir: join(disk.path, 'tenants') }),
  });
  const traffic = makeTraffic(stage, options.seed);
  // The same program both times; where the disk is real it never lies about it.
  const child = stage.start({});
  await child.started;
  for (let round = 0; round < options.rounds; round += 1) {
    for (let n = 0; n < 30; n += 1) {
      traffic.step();
      await pause(3);
    }
    const before = refusals(stage);
    if (disk.path === null) child.tell({ disk: round % 2 === 0 ? 'full' : 'failing' });
    else disk.fill();
    const until = performance.now() + patienceMs;
    while (refusals(stage) < before + 3) {
      if (performance.now() > until)
        throw new Error(`the disk does not get full:\n${child.output().slice(-3_000)}`);
      traffic.step();
      await pause(10);
    }
    if (disk.path === null) child.tell({ disk: 'fine' });
    else disk.free();
    await stage.drain();
  }
  if (!child.running) throw new Error(`the program ended:\n${child.output().slice(-3_000)}`);
  const refused = refusals(stage);
  const books = await checkBooks(stage, traffic);
  const quarantined = await stage.withStorage(({ control }) => control.list());
  const broken = quarantined
    .filter(({ quarantine }) => quarantine !== null)
    .map(({ slug, quarantine }) => `${slug} is in quarantine: ${quarantine}`);
  await child.terminate();
  const how = disk.path === null ? 'simulated' : 'tmpfs';
  return { books: { ...books, broken: [...books.broken, ...broken] }, how, refused };
}

function refusals(stage: Stage): number {
  const { child } = stage;
  return child.times('telegram.update_not_stored') + child.times('telegram.updates_not_stored');
}

interface SmallDisk extends Disposable {
  /** Where it is mounted; null where nothing can be mounted. */
  readonly path: string | null;
  fill(): void;
  free(): void;
}

/** A file system in memory, so small that it can be filled. Mounting takes root. */
function smallDisk(): SmallDisk {
  const folder = makeTempDir();
  const path = join(folder.path, 'disk');
  mkdirSync(path);
  const mounted =
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=700`, 'tmpfs', path]).status ===
      0;
  const unmount = () => {
    if (mounted) spawnSync('umount', ['-l', path]);
  };
  process.once('exit', unmount);
  const ballast = join(path, 'ballast');
  return {
    path: mounted ? path : null,
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (let block = Buffer.alloc(1 << 16); block.length > 0; ) {
          try {
            if (writeSync(file, block) < block.length) break;
          } catch {
            // No room for so much: fill what is left with less.
            block = block.subarray(0, Math.floor(block.length / 2));
          }
        }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(ballast, { force: true }),
    [Symbol.dispose]() {
      process.off('exit', unmount);
      unmount();
      folder[Symbol.dispose]();
    },
  };
}
