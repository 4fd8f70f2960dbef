import { lookForWork } from '#src/app/look-for-work.ts';
import type { TenantId } from '#src/core/ids.ts';
import { AppError } from '#src/core/errors.ts';
import type { Log, LogFields } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { collectKinds } from '#src/jobs/collect-kinds.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import { type NewJob, schedule } from '#src/jobs/schedule.ts';
import { createScheduler, type Scheduler } from '#src/jobs/scheduler.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import type { Selectable } from 'kysely';
import { type ManualClock, manualClock } from '#test/support/manual-clock.ts';
import { noteMigrations, readNotes, writeNote } from '#test/support/note-table.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

/** The scheduler on real files, with a clock that the test moves. */
export interface JobBed extends AsyncDisposable {
  readonly clock: ManualClock;
  readonly storage: TestStorage;
  readonly lines: readonly { event: string; fields: LogFields }[];
  /** Tenants of whom jobs ran, once for each commit. */
  readonly commits: readonly TenantId[];
  addTenant(slug: string): Promise<TenantId>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops, closes every file and starts anew on the same files; `down` ms of the clock pass in between. */
  restart(down?: number): Promise<void>;
  schedule(tenantId: TenantId, job: NewJob): Promise<void>;
  jobs(tenantId: TenantId): Promise<Selectable<JobTable>[]>;
  /** What jobs have written, in their order. */
  notes(tenantId: TenantId): Promise<string[]>;
  /** Lets everything that can run without the clock do so. */
  settle(): Promise<void>;
  /** Real time goes by until this holds. */
  until(check: () => unknown): Promise<void>;
  /** While it is on, every commit of a job fails as on a full disk. */
  fillDisk(on: boolean): void;
}

const noTexts = { languages: ['en'], for: () => (key: string) => key };

/** A kind that writes a note of each run: `<kind> <ref.name> <how many ms late>`. */
export function noteKind(kind: string, change: Partial<JobKind> = {}): JobKind {
  return {
    kind,
    late: 'once',
    async run(tx, job, { clock }) {
      await writeNote(tx, `${kind} ${String(job.ref['name'])} +${clock.now() - job.dueAt}`);
    },
    ...change,
  };
}

/** Opens a bed with these kinds; nothing runs before `start`. */
export async function openJobBed(
  kinds: readonly JobKind[],
  {
    lookEveryMs = 600_000,
    isBusy = () => false,
  }: { readonly lookEveryMs?: number; readonly isBusy?: () => boolean } = {},
): Promise<JobBed> {
  let busy = 0;
  /** Until all that runs on files has ended. */
  const quiet = async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    while (busy > 0) await new Promise(setImmediate);
  };
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    busy += 1;
    return work.finally(() => {
      busy -= 1;
    });
  };
  const clock = manualClock(undefined, quiet);
  const lines: { event: string; fields: LogFields }[] = [];
  const note = (event: string, fields: LogFields = {}) => void lines.push({ event, fields });
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const storage = await openTestStorage({ clock, log, migrations: noteMigrations });
  const commits: TenantId[] = [];
  let jobs: Scheduler | null = null;
  let full = false;

  const bed: JobBed = {
    clock,
    storage,
    lines,
    commits,
    addTenant: async (slug) => (await storage.addTenant(slug)).tenantId,
    async start() {
      const { store, control, storage: opened } = storage;
      jobs = createScheduler({
        control,
        due: opened.due,
        services: { clock, log, random: systemRandom, texts: noTexts },
        kinds: collectKinds([{ name: 'test', jobKinds: kinds }]),
        store: {
          read: (id, work) => counted(store.read(id, work)),
          peek: (id, query) => counted(store.peek(id, query)),
          readLong: (id, query, args, options) => store.readLong(id, query, args, options),
          transact: (id, work) =>
            counted(
              store.transact(id, async (tx) => {
                const result = await work(tx);
                if (full) throw new AppError('storage.full', 'transient', 'The disk is full.');
                return result;
              }),
            ),
          create: (id) => store.create(id),
          release: (id) => store.release(id),
          erase: (id) => store.erase(id),
          close: () => store.close(),
        },
        onRan: (id) => void commits.push(id),
        isBusy,
        // Many days pass in these tests.
        lookEveryMs,
      });
      jobs.start();
      // As the program does at its start, for tenants that work.
      const look = lookForWork({ store, due: opened.due });
      for (const { tenantId, state, quarantine } of await control.list()) {
        if (state === 'active' && quarantine === null) await look(tenantId);
      }
      await bed.settle();
    },
    async stop() {
      await jobs?.stop();
      jobs = null;
    },
    async restart(down = 0) {
      await bed.stop();
      await storage.reopen();
      await clock.advance(down);
      await bed.start();
    },
    schedule: (id, job) => storage.store.transact(id, (tx) => schedule(tx, job, clock.now())),
    jobs: (id) =>
      storage.store.read(id, (reader) =>
        reader.db.selectFrom('job').selectAll().orderBy('id').execute(),
      ),
    notes: (id) => storage.store.read(id, readNotes),
    async settle() {
      for (let round = 0; round < 10; round += 1) await quiet();
    },
    async until(check) {
      while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 1));
    },
    fillDisk(on) {
      full = on;
    },
    async [Symbol.asyncDispose]() {
      await bed.stop();
      await storage[Symbol.asyncDispose]();
    },
  };
  return bed;
}
