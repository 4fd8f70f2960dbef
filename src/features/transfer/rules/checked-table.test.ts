import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FanId, FieldId, UserId } from '#src/core/ids.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { addChecked, checkRows, type KnownMemory, nothingChecked } from './checked-table.ts';
import { checkedText } from './checked-text.ts';
import type { BadRow, ImportRow } from './read-row.ts';

const people = {
  byId: new Map([[1 as UserId, 1 as FanId]]),
  byHandle: new Map([
    ['ana_lu', 2 as FanId],
    ['ana_old', 2 as FanId],
  ]),
  renamed: new Map([['ana_old', 'Ana_Lu']]),
};
const memory: KnownMemory = {
  fields: [{ id: 1 as FieldId, key: 'size', name: 'Size', type: 'number', choices: [] }],
  tagKeys: new Set(['vip']),
};

const facts = fc.record({
  notes: fc.array(fc.constantFrom('short', 'x'.repeat(2_001)), { maxLength: 2 }),
  tags: fc.array(fc.constantFrom('VIP', 'new', 'New', 'other', 'y'.repeat(33)), { maxLength: 2 }),
  fields: fc.array(fc.record({ key: fc.constant('size'), text: fc.constantFrom('4', 'big') }), {
    maxLength: 1,
  }),
});
const who = fc.constantFrom(
  { userId: 1 as UserId },
  { userId: 9 as UserId },
  { userId: 1 as UserId, ifKnown: true as const },
  { userId: 9 as UserId, ifKnown: true as const },
  { handle: 'ana_lu' },
  { handle: 'ana_old' },
  { handle: 'nobody' },
);
const row: fc.Arbitrary<ImportRow | BadRow> = fc.oneof(
  fc.record({ line: fc.nat(), who, facts }),
  fc.record({ line: fc.nat(), problem: fc.constantFrom('nobody' as const, 'nothing' as const) }),
);

test('a table that is looked at in parts is found to be the same as in one go', () => {
  fc.assert(
    fc.property(fc.array(row), fc.nat(20), (rows, cut) => {
      const parts = [rows.slice(0, cut), rows.slice(cut)].map((part) =>
        checkRows(part, people, memory),
      );
      const whole = parts.reduce(addChecked, nothingChecked);
      expect(whole).toEqual(checkRows(rows, people, memory));
      const { known, waiting, nobody, doubtful, empty } = whole;
      expect(known + waiting + nobody + doubtful + empty).toBe(whole.rows);
    }),
  );
});

test('what does not fit is named with its row and column, new tags once', () => {
  const long = 'x'.repeat(2_001);
  const checked = checkRows(
    [
      {
        line: 2,
        who: { userId: 1 as UserId },
        facts: { notes: [long], tags: ['VIP', 'new'], fields: [] },
      },
      {
        line: 3,
        who: { handle: 'nobody' },
        facts: { notes: [], tags: ['NEW'], fields: [{ key: 'size', text: 'big' }] },
      },
      { line: 4, problem: 'nobody' },
    ],
    people,
    memory,
  );
  const t = createTexts().for('en');
  expect(checkedText(checked, { ignored: ['Age'], tags: 500 }, t).split('\n')).toEqual([
    '3 rows',
    '✓ about your fans: 1',
    '⏳ about people who have not written yet: 1. It waits until they do.',
    '🏷 new tags: new',
    '⚠ There is room for 0 more tags; the rest would be left out.',
    '⚠ does not fit and would be left out: 2. First in row: 2 (notes), 3 (Size)',
    '✕ without a usable id or handle: 1. First in row: 4',
    '○ columns I do not know: Age. Make a field of that name first if you want one (/fields).',
    'Nothing is changed yet.',
  ]);
});
