import { createApp } from '#src/app/create-app.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import { type Books, checkBooks } from '#test/support/crash/books.ts';
import { fastClock } from '#test/support/crash/fast-clock.ts';
import { addCast, type Cast, left } from '#test/support/crash/stage.ts';
import { makeTraffic, type Traffic } from '#test/support/crash/traffic.ts';
import { type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';
import { pause } from '#test/support/crash/pause.ts';
import { usualPrices } from '#src/llm/prices.ts';

/** What failing the k-th write of a scene came to, for every k. */
export interface FailingRun {
  readonly books: Books;
  /** Writes of one scene that goes well. */
  readonly writes: number;
  /** Scenes that were played with one write failing. */
  readonly scenes: number;
  /** How often Telegram was told to come again. */
  readonly refused: number;
}

/** Ten times the machine's clock: a write that failed is tried again after a second and more. */
const speed = 10;
/** Scenes under way at one time. */
const together = 12;

interface Bench extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly dir: string;
  readonly casts: Cast[];
  readonly withStorage: <T>(work: (storage: Storage) => Promise<T>) => Promise<T>;
  /** From now on the k-th write of this tenant fails, once. */
  failAt(cast: Cast, k: number, how: 'failing' | 'full'): void;
  /** Writes since then. */
  writesOf(cast: Cast): number;
  start(): Promise<void>;
  /** Errors that the bots' webhooks answered. */
  readonly refused: number;
}

/**
 * SQLite's own way of testing: the first, the second, the third … write of a scene fails, until the scene goes well. The
 * program is never restarted. `every` skips: 1 fails each write once.
 */
export async function runFailingWrites(options: {
  seed: number;
  every: number;
  onScene?(done: number, all: number): void;
}): Promise<FailingRun> {
  await using bench = await openBench(options.seed);
  const add = (n: number) => addCast(bench, `s${n}`, { forum: n % 2 === 1, fans: 1 });
  const dry = await add(0);
  const dryForum = await add(1);
  bench.casts.push(dry, dryForum);
  await bench.start();
  const traffic = makeTraffic(bench, options.seed);
  await settled(bench, dry);
  await settled(bench, dryForum);
  for (const cast of [dry, dryForum]) {
    bench.failAt(cast, Number.POSITIVE_INFINITY, 'failing');
    await playScene(bench, traffic, cast);
  }
  const writes = Math.max(bench.writesOf(dry), bench.writesOf(dryForum));

  const plans: { k: number; how: 'failing' | 'full' }[] = [];
  for (let k = 1; k <= writes; k += options.every) {
    plans.push({ k, how: plans.length % 2 === 0 ? 'failing' : 'full' });
    if (options.every === 1) plans.push({ k, how: 'full' });
  }
  const all = plans.length;
  let done = 0;
  let number = 1;
  const worker = async (): Promise<void> => {
    for (let plan = plans.shift(); plan; plan = plans.shift()) {
      number += 1;
      const cast = await add(number);
      bench.casts.push(cast);
      await settled(bench, cast);
      bench.failAt(cast, plan.k, plan.how);
      await playScene(bench, traffic, cast);
      done += 1;
      options.onScene?.(done, all);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  const books = await checkBooks(bench, traffic);
  const broken = [...books.broken, ...(await unsound(bench))];
  return { books: { ...books, broken }, writes, scenes: all, refused: bench.refused };
}

/** A fan writes a text, a photo and an album; the creator answers; both edit. Everything is waited for. */
async function playScene(bench: Bench, traffic: Traffic, cast: Cast): Promise<void> {
  const [fan] = cast.fans;
  if (!fan) return;
  traffic.writes(cast, fan, 'text');
  await settled(bench, cast);
  traffic.writes(cast, fan, 'photo');
  traffic.writes(cast, fan, 'album');
  traffic.edits('fan', cast);
  await settled(bench, cast);
  traffic.answers(cast, 'text');
  await settled(bench, cast);
  traffic.answers(cast, 'photo');
  traffic.edits('creator', cast);
  await settled(bench, cast);
}

/** Waits until everything that was written has been taken up and everything queued has left. */
async function settled(bench: Bench, cast: Cast): Promise<void> {
  const until = performance.now() + 30_000;
  for (;;) {
    if (cast.bot.pendingUpdates === 0) {
      const { updates, rows } = await bench.withStorage((storage) => left(storage, cast));
      if (updates === 0 && rows === 0) return;
    }
    if (performance.now() > until) throw new Error(`${cast.slug} does not come to rest`);
    await pause(20);
  }
}

async function unsound(bench: Bench): Promise<string[]> {
  return await bench.withStorage(async (storage) => {
    const found: string[] = [];
    for (const { slug, record } of bench.casts) {
      const { quarantine } = (await storage.control.get(record.tenantId)) ?? {};
      if (quarantine !== null) found.push(`${slug} is in quarantine: ${quarantine}`);
    }
    return found;
  });
}

async function openBench(seed: number): Promise<Bench> {
  const clock = fastClock(speed);
  const folder = makeTempDir();
  const sandbox = await startSandbox({
    seed,
    now: () => clock.now(),
    afterMs: (ms, fn) => clock.after(ms, fn),
  });
  const keyBytes = systemRandom.bytes(32);
  const dir = `${folder.path}/tenants`;
  const faults = new Map<string, { at: number; how: 'failing' | 'full'; writes: number }>();
  const casts: Cast[] = [];
  const files = await openStorage({
    dir,
    masterKey: new MasterKey(keyBytes),
    clock,
    random: systemRandom,
    log: silentLog,
  });
  let refused = 0;
  const app = createApp(
    {
      tenantsDir: dir,
      masterKey: { key: keyBytes.toString('hex') },
      host: '127.0.0.1',
      port: 0,
      publicUrl: null,
      telegramApiRoot: sandbox.url,
      shards: 1,
      logLevel: 'silent',
      llm: {
        access: {},
        models: { draft: [], cheap: [] },
        allowPrivateUrls: false,
        prices: usualPrices,
      },
      stripe: null,
      dailyCaps: { tenant: null, total: null },
    },
    {
      clock,
      log: {
        ...silentLog,
        warn: (event) => {
          if (event === 'telegram.updates_not_stored') refused += 1;
        },
      },
      disk: {
        write(path) {
          const fault = [...faults].find(([tenantId]) => path.includes(tenantId))?.[1];
          if (!fault) return 'fine';
          fault.writes += 1;
          return fault.writes === fault.at ? fault.how : 'fine';
        },
      },
    },
  );
  return {
    sandbox,
    dir,
    casts,
    withStorage: (work) => work(files),
    failAt(cast, at, how) {
      faults.set(cast.record.tenantId, { at, how, writes: 0 });
    },
    writesOf: (cast) => faults.get(cast.record.tenantId)?.writes ?? 0,
    start: () => app.start(),
    get refused() {
      return refused;
    },
    async [Symbol.asyncDispose]() {
      await app.stop();
      await files.close();
      await sandbox.close();
      folder[Symbol.dispose]();
    },
  };
}
