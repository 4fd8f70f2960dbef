import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Books,
  booksFrom,
  checkBooks,
  type CountedRows,
  tallyFaults,
} from '#src/features/status/rules/books.ts';

const updateStates = ['done', 'waiting', 'parked', 'dropped'];
const messageStates = ['waiting', 'queued', 'delivered', 'merged', 'failed', 'unknown', 'erased'];
const replyStates = ['waiting', 'queued', 'delivered', 'failed', 'unknown', 'withdrawn', 'erased'];

/** Rows in any of these states, each counted when it was written. */
const rowsIn = (states: readonly string[]) =>
  fc.array(fc.constantFrom(...states), { maxLength: 60 }).map((rows): CountedRows => {
    const counts = new Map<string, number>();
    for (const state of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
    return { written: rows.length, states: counts };
  });

const counted = fc.record({
  updates: rowsIn(updateStates),
  messages: rowsIn(messageStates),
  replies: rowsIn(replyStates),
});

describe('the books', () => {
  test('add up whatever states the rows are in', () => {
    fc.assert(
      fc.property(counted, (rows) => {
        expect(checkBooks(booksFrom(rows))).toEqual([]);
      }),
    );
  });

  test('do not add up when a row is gone, whichever it was', () => {
    const ledger = fc.constantFrom<keyof Books>('updates', 'messages', 'replies');
    fc.assert(
      fc.property(counted, ledger, fc.nat(), (rows, which, pick) => {
        const present = [...rows[which].states.keys()];
        const state = present[pick % Math.max(1, present.length)];
        fc.pre(state !== undefined);
        const fewer = new Map(rows[which].states);
        fewer.set(state, (fewer.get(state) ?? 0) - 1);
        const books = booksFrom({ ...rows, [which]: { ...rows[which], states: fewer } });
        const faults = checkBooks(books);
        expect(faults.map((fault) => fault.ledger)).toEqual([which]);
        expect(faults.map(({ left, right }) => left - right)).toEqual([1]);
      }),
    );
  });

  test('do not add up when rows are in a state that has no place in them', () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 1, max: 9 }), (rows, strays) => {
        const messages = {
          written: rows.messages.written + strays,
          states: new Map([...rows.messages.states, ['evaporated', strays]]),
        };
        const faults = checkBooks(booksFrom({ ...rows, messages }));
        expect(faults).toMatchObject([{ ledger: 'messages' }]);
        expect((faults[0]?.left ?? 0) - (faults[0]?.right ?? 0)).toBe(strays);
      }),
    );
  });

  test('say which running total is not that of the rows', () => {
    const rows = new Map([
      ['delivered', 3],
      ['failed', 1],
    ]);
    expect(tallyFaults('replies', new Map(rows), rows)).toEqual([]);
    expect(tallyFaults('replies', new Map([['delivered', 4]]), rows)).toEqual([
      { ledger: 'replies', sum: 'running total of "delivered" = rows', left: 4, right: 3 },
      { ledger: 'replies', sum: 'running total of "failed" = rows', left: 0, right: 1 },
    ]);
  });
});
