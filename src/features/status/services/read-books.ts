import type { Reader } from '#src/storage/reader.ts';
import {
  countMessages,
  countOpenUpdates,
  countStranded,
  countUpdates,
  tallies,
  type Tally,
} from '#src/features/status/queries.ts';
import {
  type BookFault,
  type Books,
  booksFrom,
  checkBooks,
  tallyFaults,
} from '#src/features/status/rules/books.ts';

/** Books whose every number was counted from the rows, and what is wrong with them. */
export interface AuditedBooks extends Books {
  /** Whether every sum holds and nothing is stranded. */
  readonly balanced: boolean;
  readonly faults: readonly BookFault[];
  /** Messages said to be on their way although nothing would send them: a fault of the program. */
  readonly stranded: number;
}

/** Counts everything anew, whole tables: for an operator's command, never on the way of a message. */
export async function auditBooks(reader: Reader): Promise<AuditedBooks> {
  const totals = await tallies(reader);
  const updates = withPurged(await countUpdates(reader), totals, 'update');
  const messages = withPurged(await countMessages(reader, 'in'), totals, 'in');
  const replies = withPurged(await countMessages(reader, 'out'), totals, 'out');
  const books = booksFrom({
    updates: { written: everWritten(totals, 'update'), states: updates },
    messages: { written: everWritten(totals, 'in'), states: messages },
    replies: { written: everWritten(totals, 'out'), states: replies },
  });
  const faults = [
    ...checkBooks(books),
    ...tallyFaults('messages', talliedStates(totals, 'in'), messages),
    ...tallyFaults('replies', talliedStates(totals, 'out'), replies),
  ];
  const stranded = await countStranded(reader);
  return { ...books, balanced: faults.length === 0 && stranded === 0, faults, stranded };
}

/**
 * The books from the running totals: exact, and cheap however many messages there are. What was handled is what was
 * received and neither waits nor is parked.
 */
export async function readBooks(reader: Reader): Promise<Books> {
  const totals = await tallies(reader);
  const received = everWritten(totals, 'update');
  const waiting = await countOpenUpdates(reader, 'waiting');
  const parked = await countOpenUpdates(reader, 'parked');
  const states = new Map([
    ['done', received - waiting - parked],
    ['waiting', waiting],
    ['parked', parked],
  ]);
  return booksFrom({
    updates: { written: received, states },
    messages: { written: everWritten(totals, 'in'), states: talliedStates(totals, 'in') },
    replies: { written: everWritten(totals, 'out'), states: talliedStates(totals, 'out') },
  });
}

function everWritten(totals: readonly Tally[], ledger: Tally['ledger']): number {
  return totals.find((tally) => tally.ledger === ledger && tally.state === '')?.count ?? 0;
}

function talliedStates(totals: readonly Tally[], ledger: Tally['ledger']): Map<string, number> {
  const own = totals.filter((tally) => tally.ledger === ledger && tally.state !== '');
  return new Map(own.map(({ state, count }) => [state, count]));
}

function withPurged(
  rows: ReadonlyMap<string, number>,
  totals: readonly Tally[],
  ledger: Tally['ledger'],
): Map<string, number> {
  const all = new Map(rows);
  for (const { state, purged } of totals.filter((tally) => tally.ledger === ledger)) {
    if (purged === 0) continue;
    // Nobody purges an update before it was handled: one that is gone all the same has no place in the books.
    const lost = ledger === 'update' && state !== 'done' && state !== 'dropped';
    const shown = lost ? 'lost' : state;
    all.set(shown, (all.get(shown) ?? 0) + purged);
  }
  return all;
}
