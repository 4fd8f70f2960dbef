import { rmSync } from 'node:fs';
import type { Clock } from '#src/core/clock.ts';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import type { ControlStore } from '#src/storage/control-store.ts';
import type { DueIndex } from '#src/storage/due-index.ts';
import { inTransaction } from '#src/storage/in-transaction.ts';
import type { LongQuery } from '#src/storage/long-query.ts';
import type { LongReadOptions, LongReader } from '#src/storage/long-reader.ts';
import { LongReads } from '#src/storage/long-reads/long-reads.ts';
import type { SpareThreads } from '#src/storage/long-reads/spare-threads.ts';
import { Peeks } from '#src/storage/long-reads/peeks.ts';
import type { Migration } from '#src/storage/migration.ts';
import { NestingGuard } from '#src/storage/nesting-guard.ts';
import type { Disk, Flush, SqliteFile } from '#src/storage/open-file.ts';
import { OpenFiles } from '#src/storage/open-files.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { appliedSteps } from '#src/storage/run-migrations.ts';
import { assertUsable, newestNumber, schemaStanding } from '#src/storage/schema-version.ts';
import { storageClosed } from '#src/storage/storage-closed.ts';
import {
  createTenantFile,
  openTenantFile,
  type TenantFileSource,
} from '#src/storage/tenant-file.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';
import { tenantFolder } from '#src/storage/tenant-paths.ts';
import type { TenantStore, TransactOptions } from '#src/storage/tenant-store.ts';
import type { TenantTables } from '#src/storage/tenant-tables.ts';
import { readerOver, SavepointNeeded, txOver, type Unmarked } from '#src/storage/tenant-tx.ts';
import { Turns } from '#src/storage/turns.ts';

/** What a tenant store stands on. */
export interface TenantStoreParts {
  readonly dir: string;
  readonly control: ControlStore;
  readonly keys: TenantKeys;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  readonly log: Log;
  /** How many files are kept open; each costs about 210 KB and 3 file descriptors. */
  readonly maxOpen: number;
  /** Whether commits are flushed by WalFlush instead of inside the commit. */
  readonly flushInBackground: boolean;
  readonly disk?: Disk | undefined;
  readonly spareThreads?: SpareThreads | undefined;
  readonly longReadThreads: number;
  /** Hears after a commit that work is due. */
  readonly due: DueIndex;
}

/** One try to come to a commit. */
interface Commit {
  readonly tenantId: TenantId;
  readonly file: SqliteFile;
  readonly flush: Flush;
  /** What runs after it. */
  readonly tasks: (() => void)[];
  readonly unmarked: Unmarked | null;
}

/** As long as no more files are open, one more is looked into where it will be used. */
const fewOpen = 16;

/** All tenants' files under one folder, as `<dir>/<tenant id>/crm.db`. */
export function createTenantStore(parts: TenantStoreParts): TenantStore & LongReader {
  return new SqliteTenantStore(parts);
}

class SqliteTenantStore implements TenantStore, LongReader {
  readonly #parts: TenantStoreParts;
  readonly #files: OpenFiles<TenantId>;
  readonly #turns = new Turns<TenantId>();
  readonly #guard = new NestingGuard();
  readonly #longReads: LongReads;
  readonly #peeks: Peeks;
  #closed = false;

  constructor(parts: TenantStoreParts) {
    this.#parts = parts;
    this.#files = new OpenFiles(parts.maxOpen);
    this.#peeks = new Peeks(parts);
    this.#longReads = new LongReads({
      ...parts,
      onDamage: (tenantId, code) => this.#damaged(tenantId, code),
    });
  }

  read<T>(tenantId: TenantId, work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#use(tenantId, (file) =>
      inTransaction<TenantTables, T>(file, 'read', (open) => work(readerOver(tenantId, open))),
    );
  }

  async transact<T>(
    tenantId: TenantId,
    work: (tx: Tx) => Promise<T>,
    { durable = 'at-commit', savepoints = 'always' }: TransactOptions<T> = {},
  ): Promise<T> {
    const tasks: (() => void)[] = [];
    const { flushInBackground } = this.#parts;
    const flush = flushInBackground || durable === 'with-next' ? 'with-next' : 'at-commit';
    let flushed = Promise.resolve();
    const result = await this.#use(tenantId, async (file) => {
      const run = (unmarked: Unmarked | null) =>
        this.#commit({ tenantId, file, flush, tasks, unmarked }, work);
      const done = await (savepoints === 'always' ? run(null) : firstUnmarked(run));
      if (flushInBackground) {
        const asked = typeof durable === 'function' ? durable(done) : durable;
        if (asked === 'at-commit') flushed = file.flushed();
        else if (asked === 'soon') file.flushSoon();
      }
      return done;
    });
    // Others may use the file meanwhile; what they commit shares the next flush.
    await flushed;
    for (const task of tasks) this.#runAfterCommit(tenantId, task);
    return result;
  }

  #commit<T>(
    { tenantId, file, flush, tasks, unmarked }: Commit,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    // Of another try before nothing has happened.
    tasks.length = 0;
    const parts = { afterCommit: tasks, due: this.#parts.due, unmarked };
    return inTransaction<TenantTables, T>(
      file,
      'write',
      async (open) => {
        const result = await work(txOver(tenantId, open, parts));
        if (unmarked?.fault) throw unmarked.fault;
        return result;
      },
      flush,
    );
  }

  async readLong<Args, Result>(
    tenantId: TenantId,
    query: LongQuery<Args, Result>,
    args: Args,
    options?: LongReadOptions,
  ): Promise<Result> {
    // Opened and found good here first, which also keeps it from being quarantined by two at once.
    await this.#use(tenantId, async () => {});
    return this.#longReads.read(tenantId, query, args, options);
  }

  peek<Result>(tenantId: TenantId, query: LongQuery<null, Result>): Promise<Result> {
    return this.#alone(tenantId, async () => {
      const away = this.#files.size >= fewOpen && !this.#files.has(tenantId);
      const seen = away ? await this.#peeks.read(tenantId, query) : null;
      if (seen) return seen.result;
      // What the thread could not read is opened here, which tells why, and quarantines what is bad.
      return this.#useMine(tenantId, (file) =>
        inTransaction<TenantTables, Result>(file, 'read', (open) =>
          query.run(readerOver(tenantId, open), null),
        ),
      );
    });
  }

  create(tenantId: TenantId): Promise<void> {
    return this.#alone(tenantId, async () => {
      const { dir, keys, migrations, clock, control } = this.#parts;
      const key = await keys.fileKeyOf(tenantId);
      await createTenantFile({ dir, tenantId, key }, migrations, clock);
      await control.change(tenantId, { schemaNumber: newestNumber(migrations) });
    });
  }

  release(tenantId: TenantId): Promise<void> {
    return this.#alone(tenantId, () =>
      this.#withoutReaders(tenantId, () => this.#files.close(tenantId)),
    );
  }

  erase(tenantId: TenantId): Promise<void> {
    return this.#alone(tenantId, () =>
      this.#withoutReaders(tenantId, () => {
        this.#files.close(tenantId);
        rmSync(tenantFolder(this.#parts.dir, tenantId), { recursive: true, force: true });
      }),
    );
  }

  async close(): Promise<void> {
    this.#guard.assertOutside();
    this.#closed = true;
    await this.#longReads.close();
    await this.#turns.allDone();
    await this.#peeks.close();
    this.#files.closeAll();
  }

  /** Runs `work` when nobody else uses this tenant's file. */
  async #alone<T>(tenantId: TenantId, work: () => Promise<T>): Promise<T> {
    this.#guard.assertOutside(tenantId);
    if (this.#closed) throw storageClosed();
    return this.#turns.take(tenantId, () => this.#guard.within(tenantId, work));
  }

  #use<T>(tenantId: TenantId, work: (file: SqliteFile) => Promise<T>): Promise<T> {
    return this.#alone(tenantId, () => this.#useMine(tenantId, work));
  }

  /** Uses the file inside a turn of this tenant's. */
  async #useMine<T>(tenantId: TenantId, work: (file: SqliteFile) => Promise<T>): Promise<T> {
    const file = this.#files.take(tenantId) ?? (await this.#open(tenantId));
    try {
      return await work(file);
    } finally {
      this.#files.giveBack(tenantId);
      if (file.damage) await this.#quarantine(tenantId, file.damage);
    }
  }

  async #open(tenantId: TenantId): Promise<SqliteFile> {
    const { dir, keys, migrations, control, disk } = this.#parts;
    const record = await control.get(tenantId);
    if (!record) {
      throw new AppError('storage.unknown-tenant', 'permanent', `There is no tenant ${tenantId}.`);
    }
    if (record.quarantine !== null) {
      throw new AppError(
        'storage.quarantined',
        'permanent',
        `Tenant ${tenantId} stands still (${record.quarantine}). Mend its file, then run migrate.`,
      );
    }
    if (record.schemaNumber === 0) {
      // Between `add` and `create`: nothing is wrong with the file, it is not there yet.
      throw new AppError('storage.unfinished', 'transient', `Tenant ${tenantId} is being created.`);
    }
    const key = await keys.fileKeyOf(tenantId);
    this.#files.makeRoom();
    const file = await this.#openOrQuarantine({ dir, tenantId, key, disk });
    try {
      assertUsable(schemaStanding(appliedSteps(file), migrations));
    } catch (error) {
      file.close();
      throw error;
    }
    this.#files.add(tenantId, file);
    return file;
  }

  async #openOrQuarantine(source: TenantFileSource): Promise<SqliteFile> {
    try {
      return openTenantFile(source);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'permanent') {
        await this.#quarantine(source.tenantId, error.code);
      }
      throw error;
    }
  }

  /** Runs `work` while no other thread has this tenant's file open. */
  async #withoutReaders(tenantId: TenantId, work: () => void): Promise<void> {
    const goOn = await this.#longReads.pause(tenantId);
    try {
      work();
    } finally {
      goOn();
    }
  }

  /** What a long read has found; its caller has the error already. */
  #damaged(tenantId: TenantId, code: string): void {
    this.#alone(tenantId, () => this.#quarantine(tenantId, code)).catch((error: unknown) => {
      this.#parts.log.error('storage.quarantine-failed', { tenantId, code: codeOf(error) });
    });
  }

  /** Its file is bad and stays so: this tenant alone stands still until an operator mends it. */
  async #quarantine(tenantId: TenantId, code: string): Promise<void> {
    const { control, clock, log } = this.#parts;
    log.error('storage.quarantined', { tenantId, code });
    this.#files.close(tenantId);
    try {
      await control.change(tenantId, { quarantine: code, quarantinedAt: clock.now() });
    } catch (error) {
      // The first error is the one to tell; the next call finds the bad file again.
      log.error('storage.quarantine-failed', { tenantId, code: codeOf(error) });
    }
  }

  #runAfterCommit(tenantId: TenantId, task: () => void): void {
    try {
      task();
    } catch (error) {
      // What was committed stays committed; a failing wake-up must not look like a failed transaction.
      this.#parts.log.error('storage.after-commit-failed', { tenantId, code: codeOf(error) });
    }
  }
}

/** Without savepoints, and once more with them where that failed for the want of one. */
async function firstUnmarked<T>(run: (unmarked: Unmarked | null) => Promise<T>): Promise<T> {
  try {
    return await run({ fault: null });
  } catch (error) {
    if (!(error instanceof SavepointNeeded)) throw error;
    return await run(null);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
