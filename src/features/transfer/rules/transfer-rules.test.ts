import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldId } from '#src/core/ids.ts';
import { readColumns } from './columns.ts';
import { defuse, undefuse } from './formula.ts';
import { type CsvPlace, readHead, readRows } from './read-csv.ts';
import { joinNotes, splitNotes } from './joined-notes.ts';
import { joinTags, splitTags } from './joined-tags.ts';
import { readRow } from './read-row.ts';

/** Texts of what spreadsheets, separators and our own marks are made of. */
const wild = fc.string({
  unit: fc.constantFrom(...Array.from('=+-@;,|#\'"\\~\n\t ab1'), '~~~', '\n~~~\n'),
});

const keyOf = (name: string) => name.toLowerCase();

function headOf(text: string | Uint8Array) {
  const read = readHead(typeof text === 'string' ? Buffer.from(text) : text);
  if (!read.ok) throw new Error(read.reason);
  return read.head;
}

describe('a table', () => {
  test.each([',', ';', '\t'])('is read whatever separates its columns: %j', (mark) => {
    const head = headOf(`\ufeffid${mark}note\r\n1${mark}"a${mark}b\nc"\r\n2${mark}d\r\n`);
    expect(head.columns).toEqual(['id', 'note']);
    const read = readRows(head, { at: head.bodyAt, line: 2 }, 10);
    expect(read).toMatchObject({
      page: {
        rows: [
          { line: 2, cells: ['1', `a${mark}b\nc`] },
          { line: 3, cells: ['2', 'd'] },
        ],
        next: null,
      },
    });
  });

  test('is read in UTF-16 with its mark, and refused in an encoding that nobody can know', () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('id;note\n1;привет', 'utf16le'),
    ]);
    const head = headOf(utf16);
    expect(readRows(head, { at: head.bodyAt, line: 2 }, 5)).toMatchObject({
      page: { rows: [{ cells: ['1', 'привет'] }] },
    });
    expect(readHead(Buffer.from([0x69, 0x64, 0x0a, 0xe9, 0xe8, 0x0a]))).toEqual({
      ok: false,
      reason: 'encoding',
    });
    expect(readHead(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toMatchObject({ ok: false });
    expect(readHead(new Uint8Array())).toEqual({ ok: false, reason: 'empty' });
  });

  test('read in pages of any size gives the same rows', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ж', '"', ',', '\n', '😀', ' ') });
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        (cells, size) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const head = headOf(
            ['id,note', ...cells.map((text, index) => `${index + 1},${quoted(text)}`)].join('\n'),
          );
          const seen: string[] = [];
          let from: CsvPlace | null = { at: head.bodyAt, line: 2 };
          for (let pages = 0; from && pages < 50; pages += 1) {
            const read = readRows(head, from, size);
            if (!read.ok) throw new Error(read.reason);
            seen.push(...read.page.rows.map(({ cells: [, note = ''] }) => note));
            from = read.page.next;
          }
          expect(seen).toEqual(cells);
        },
      ),
    );
  });
});

describe('columns', () => {
  test('are known by their names without case, fields by the creator’s', () => {
    const read = readColumns(
      ['Telegram_ID', 'Notes', 'City', 'Shoe size'],
      [{ id: 3 as FieldId, key: 'city' }],
      keyOf,
    );
    expect(read).toEqual({
      ok: true,
      columns: [
        { is: 'id' },
        { is: 'note' },
        { is: 'field', id: 3, key: 'city' },
        { is: 'ignored' },
      ],
      ignored: ['Shoe size'],
    });
  });

  test('that name nobody or say nothing are refused', () => {
    expect(readColumns(['name', 'note'], [], keyOf)).toEqual({
      ok: false,
      reason: 'nobody',
    });
    expect(readColumns(['id', 'age'], [], keyOf)).toEqual({ ok: false, reason: 'nothing' });
  });
});

describe('a row', () => {
  const columns = [{ is: 'id' }, { is: 'handle' }, { is: 'note' }, { is: 'tags' }] as const;

  test('means the id where it has one, else the handle', () => {
    expect(readRow(2, ['5', '@ana_b', 'x', ''], columns)).toMatchObject({ who: { userId: 5 } });
    expect(readRow(2, ['', '@Ana_B', 'x', ''], columns)).toMatchObject({
      who: { handle: 'ana_b' },
    });
    expect(readRow(2, ['-5', 'an a', 'x', ''], columns)).toEqual({ line: 2, problem: 'nobody' });
    expect(readRow(2, ['5', '', '', ' '], columns)).toEqual({ line: 2, problem: 'nothing' });
  });

  test('has digits for a handle only of a fan who is known, unless they say that they are an id', () => {
    const read = (id: string, handle: string) => readRow(2, [id, handle, 'x', ''], columns);
    expect(read('', '4915112345678')).toMatchObject({
      who: { userId: 4915112345678, ifKnown: true },
    });
    for (const row of [read('', '#77'), read('77', '4915112345678')]) {
      expect(row).toMatchObject({ who: { userId: 77 } });
      expect(row).not.toHaveProperty('who.ifKnown');
    }
    expect(read('@ana_b', '4915112345678')).toMatchObject({ who: { handle: 'ana_b' } });
    expect(read('', '+49 151 12345678')).toEqual({ line: 2, problem: 'nobody' });
  });

  test('has each of its tags once', () => {
    expect(readRow(2, ['5', '', '', '#a, b;a|c'], columns)).toMatchObject({
      facts: { tags: ['a', 'b', 'c'] },
    });
  });
});

describe('what is joined in one cell', () => {
  test('comes apart again: notes', () => {
    const note = wild.map((text) => text.trim()).filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(note, { maxLength: 5 }), (notes) => {
        expect(splitNotes(joinNotes(notes))).toEqual(notes);
      }),
    );
    expect(splitNotes('one\r\n~~~\r\ntwo\n')).toEqual(['one', 'two']);
  });

  test('comes apart again: tags, which people also write with other marks between', () => {
    const tag = wild
      .map((text) =>
        text
          .replaceAll(/\s+/gu, ' ')
          .trim()
          .replace(/^[# ]+/u, ''),
      )
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.uniqueArray(tag, { maxLength: 5 }), (tags) => {
        expect(splitTags(joinTags(tags))).toEqual(tags);
      }),
    );
    expect(splitTags('#a, b;a|c\nd,,')).toEqual(['a', 'b', 'c', 'd']);
    expect(splitTags('"not closed, b')).toEqual(['"not closed', 'b']);
  });
});

describe('a formula', () => {
  test.each(['=1+1', '+1', '-1+1', '@SUM(A1)', ' =1', "'=1", '＝1'])(
    'is shown, not computed: %j',
    (text) => {
      expect(defuse(text)).toBe(`'${text}`);
    },
  );

  test('is not computed by programs that separate columns by other marks, either', () => {
    expect(defuse('a;=1\n+2\t@3')).toBe("a;'=1\n'+2\t'@3");
    expect(defuse('a = 1; b')).toBe('a = 1; b');
  });

  test('comes back as it was written, and a number stays a number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), wild), (text) => {
        expect(undefuse(defuse(text))).toBe(text);
        expect(defuse(text)).not.toMatch(/(^|[;\n\t])[ ]*(=|\+|@|-\D)/u);
      }),
    );
    expect(defuse('-5')).toBe('-5');
  });
});
