import { getPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { sql } from 'kysely';
import { longQuery } from '#src/storage/long-query.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { readNotes, writeNote } from '#test/support/note-table.ts';

// Queries of tests of long reads; run in threads, and there they misbehave in every way a query can.

async function value(reader: Reader, statement: ReturnType<typeof sql<{ n: number }>>) {
  // A test may say what a feature cannot: Readers give no raw SQL.
  const { rows } = await statement.execute(reader.db as Tx['db']);
  return rows[0]?.n;
}

/** Counts to a number in one statement: nothing but work for SQLite. */
export const count = longQuery(import.meta.url, 'count', async (reader, args: { to: number }) =>
  value(
    reader,
    sql<{
      n: number;
    }>`with recursive c (x) as (select 1 union all select x + 1 from c where x < ${args.to})
      select count(*) as n from c`,
  ),
);

/** Counts like `count`, once it has said so at the gate. */
export const stuck = longQuery(
  import.meta.url,
  'stuck',
  async (reader, { gate, to }: { gate: SharedArrayBuffer; to: number }) => {
    const cell = new Int32Array(gate);
    Atomics.store(cell, 0, 1);
    Atomics.notify(cell, 0);
    return count.run(reader, { to });
  },
);

/** As many rows as it is asked for. */
export const rows = longQuery(import.meta.url, 'rows', async (reader, args: { to: number }) => {
  await value(
    reader,
    sql<{
      n: number;
    }>`with recursive c (x) as (select 1 union all select x + 1 from c where x < ${args.to})
      select x as n from c`,
  );
});

/** All notes. */
export const notes = longQuery(import.meta.url, 'notes', async (reader, _args: null) =>
  readNotes(reader),
);

/** All notes, again and again, for as long as the gate is shut; says 1 at the gate when it has begun. */
export const notesTwice = longQuery(
  import.meta.url,
  'notesTwice',
  async (reader, args: { gate: SharedArrayBuffer }) => {
    const gate = new Int32Array(args.gate);
    const before = await readNotes(reader);
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    await Atomics.waitAsync(gate, 0, 1).value;
    return { before, after: await readNotes(reader) };
  },
);

/** Rows without end, one statement after another. */
export const endless = longQuery(
  import.meta.url,
  'endless',
  async (reader, args: { gate: SharedArrayBuffer }) => {
    const gate = new Int32Array(args.gate);
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    for (;;) await readNotes(reader);
  },
);

/** Writes, whatever its type was turned into. */
export const sneaky = longQuery(import.meta.url, 'sneaky', async (reader, _args: null) =>
  writeNote(reader as unknown as Tx, 'sneaky'),
);

/** Fails with a fan's words in the error. */
export const failing = longQuery(import.meta.url, 'failing', async (_reader, _args: null) => {
  throw new RangeError('canary-words-of-a-fan');
});

/** Ends its thread. */
export const leaving = longQuery(import.meta.url, 'leaving', async (_reader, _args: null) => {
  process.exit(3);
});

/** Takes all memory of its thread. */
export const greedy = longQuery(import.meta.url, 'greedy', async (_reader, _args: null) => {
  const taken: number[][] = [];
  for (;;) taken.push(Array.from({ length: 1_000_000 }).fill(0.5) as number[]);
});

/** Gives more than may be given. */
export const huge = longQuery(import.meta.url, 'huge', async (_reader, _args: null) =>
  'x'.repeat(5_000_000),
);

/** Gives what cannot travel. */
export const notData = longQuery(
  import.meta.url,
  'notData',
  async (_reader, _args: null) => () => 1,
);

/** Declared under a name that the module does not export. */
export const misnamed = longQuery(
  import.meta.url,
  'somethingElse',
  async (_reader, _args: null) => 1,
);

/** What the thread knows of the process around it. */
export const surroundings = longQuery(import.meta.url, 'surroundings', async (_r, _args: null) => ({
  // oxlint-disable-next-line node/no-process-env -- that there is none is what is asked
  env: Object.keys(process.env),
}));

/** How far the thread that runs it gives way to others (nice). */
export const priority = longQuery(import.meta.url, 'priority', async () => getPriority());

/** Whether it runs on the event loop or away from it. */
export const thread = longQuery(import.meta.url, 'thread', async (_r, _args: null) =>
  isMainThread ? 'here' : 'away',
);

/** Ends its thread; on the event loop it stays. */
export const leavingThread = longQuery(
  import.meta.url,
  'leavingThread',
  async (_r, _args: null) => {
    if (!isMainThread) process.exit(1);
    return 'stayed';
  },
);
