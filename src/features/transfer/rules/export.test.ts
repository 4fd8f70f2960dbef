import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftId, FieldId, MessageId, UserId } from '#src/core/ids.ts';
import { keyOf } from '#src/features/memory/index.ts';
import { readColumns } from './columns.ts';
import {
  type ExportFile,
  exportFiles,
  type ExportPage,
  type ExportProgress,
  firstProgress,
  writePage,
} from './export-progress.ts';
import { draftLines } from './exported-draft.ts';
import type { ExportedFan } from './exported-fan.ts';
import { csvHead, csvLines } from './fans-csv.ts';
import { jsonLines } from './fans-json-lines.ts';
import { readHead, readRows } from './read-csv.ts';
import { readRow } from './read-row.ts';
import { packPiece } from './zip.ts';

const text = fc
  .string({ unit: fc.constantFrom(...Array.from('=+-@;,|\'"\\~\n\t ab1ж😀'), '~~~', '\r\n') })
  .map((typed) => typed.replaceAll('\r\n', '\n').trim())
  .filter((typed) => typed !== '');
const line = text.map((typed) => typed.replaceAll(/\s+/gu, ' '));
const tag = line.map((name) => name.replace(/^[# ]+/u, '')).filter((name) => name !== '');

const fan: fc.Arbitrary<ExportedFan> = fc.record({
  userId: fc.integer({ min: 1, max: 2 ** 52 }).map((id) => id as UserId),
  handle: fc.option(fc.constant('ana_lu')),
  formerHandles: fc.constant([]),
  firstName: text,
  lastName: fc.option(text),
  language: fc.option(fc.constant('pt-br')),
  source: fc.option(line),
  firstSeenAt: fc.integer({ min: 0, max: 4e12 }),
  lastSeenAt: fc.integer({ min: 0, max: 4e12 }),
  messagesIn: fc.nat(),
  messagesOut: fc.nat(),
  stage: fc.option(fc.constantFrom('new' as const, 'vip' as const)),
  score: fc.option(fc.nat(100)),
  tags: fc.uniqueArray(tag, { maxLength: 4 }),
  notes: fc.array(fc.record({ text, at: fc.constant(0), by: fc.constant('creator') }), {
    maxLength: 4,
  }),
  facts: fc.constant([]),
  summary: fc.option(line),
  aiOptOut: fc.option(fc.constant({ at: 0, takenBackAt: null })),
  possibleMinor: fc.constant(null),
  values: fc
    .tuple(fc.option(line), fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })))
    .map(
      ([city, size]) =>
        new Map<FieldId, string | number>([
          ...(city === null ? [] : [[1 as FieldId, city] as const]),
          ...(size === null ? [] : [[2 as FieldId, Object.is(size, -0) ? 0 : size] as const]),
        ]),
    ),
  dates: fc.constant([]),
  followups: fc.constant([]),
});

describe('a table of fans', () => {
  test('is read back by an import as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fan, { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(fc.oneof(line, fc.constantFrom('Tags', 'score', 'field:x', '=Size')), {
          minLength: 2,
          maxLength: 2,
          selector: keyOf,
        }),
        (fans, names) => {
          const fields = names.map((name, index) => ({ id: (index + 1) as FieldId, name }));
          const file = Buffer.from(csvHead(fields) + csvLines(fans, fields));
          const head = readHead(file);
          if (!head.ok) throw new Error(head.reason);
          const known = fields.map(({ id, name }) => ({ id, key: keyOf(name) }));
          const read = readColumns(head.head.columns, known, keyOf);
          if (!read.ok) throw new Error(read.reason);
          expect(read.ignored).toEqual([]);
          const page = readRows(head.head, { at: head.head.bodyAt, line: 2 }, 10);
          if (!page.ok) throw new Error(page.reason);
          expect(page.page.next).toBeNull();
          const rows = page.page.rows.map(({ line: at, cells }) =>
            readRow(at, cells, read.columns),
          );
          expect(rows).toEqual(fans.map((one, index) => rowOf(one, names, index + 2)));
        },
      ),
    );
  });

  test('has the mark by which Excel knows UTF-8, and one line for each fan', () => {
    expect(csvHead([])).toBe(
      '\ufeffid,handle,first_name,last_name,language,source,first_seen,last_seen,' +
        'messages_in,messages_out,stage,score,tags,notes\r\n',
    );
  });
});

function rowOf(one: ExportedFan, names: readonly string[], at: number) {
  const fields = names.flatMap((name, index) => {
    const id = (index + 1) as FieldId;
    const value = one.values.get(id);
    return value === undefined ? [] : [{ id, key: keyOf(name), text: `${value}` }];
  });
  if (one.tags.length + one.notes.length + fields.length === 0) {
    return { line: at, problem: 'nothing' };
  }
  const notes = one.notes.map((note) => note.text);
  return { line: at, who: { userId: one.userId }, facts: { notes, tags: one.tags, fields } };
}

test('JSON Lines have one object a line, and what a fan lacks is null', () => {
  const empty: ExportedFan = {
    userId: 5 as UserId,
    handle: null,
    formerHandles: ['ana_old'],
    firstName: 'A\nB',
    lastName: null,
    language: null,
    source: null,
    firstSeenAt: 0,
    lastSeenAt: 1_777_777_777_777,
    messagesIn: 0,
    messagesOut: 0,
    stage: null,
    score: null,
    tags: [],
    notes: [],
    facts: [{ text: 'has a dog', at: 0, by: 'automation', messageId: 9 as MessageId }],
    summary: null,
    aiOptOut: { at: 60_000, takenBackAt: null },
    possibleMinor: {
      messageId: 9 as MessageId,
      at: 0,
      cleared: { by: 'member', at: 60_000, upTo: 12 as MessageId },
    },
    values: new Map([[1 as FieldId, 4.5]]),
    dates: [{ label: 'birthday', month: 5, day: 12, year: null }],
    followups: [{ text: 'ask', dueAt: 0, state: 'open' }],
  };
  const written = jsonLines([empty, empty], [{ id: 1 as FieldId, name: '__proto__' }]);
  expect(written.split('\n')).toHaveLength(3);
  expect(JSON.parse(written.split('\n')[0] ?? '')).toMatchObject({
    id: 5,
    handle: null,
    first_name: 'A\nB',
    last_seen: '2026-05-03T03:09:37Z',
    fields: [{ name: '__proto__', value: 4.5 }],
    facts: [{ text: 'has a dog', at: '1970-01-01T00:00:00Z', by: 'automation', message: 9 }],
    summary: null,
    ai_opt_out: { at: '1970-01-01T00:01:00Z', taken_back: null },
    possible_minor: {
      message: 9,
      at: '1970-01-01T00:00:00Z',
      adult: { by: 'member', at: '1970-01-01T00:01:00Z', up_to: 12 },
    },
    dates: [{ label: 'birthday', month: 5, day: 12, year: null }],
    followups: [{ text: 'ask', due: '1970-01-01T00:00:00Z', state: 'open' }],
  });
});

test('drafts are told with what left the box for them, and without the texts that were offered', () => {
  const receipt = {
    provider: 'groq',
    model: 'some-model',
    messages: [3, 5] as MessageId[],
    told: { faq: 1, examples: 6, facts: 2 },
    masked: { email: 1 },
    leftOut: { turns: 4 },
    tokensIn: 900,
    tokensOut: 40,
    costMicroUsd: 1_250,
    ms: 800,
    calls: [{ provider: 'groq', model: 'some-model', outcome: 'ok' as const }],
  };
  const line = draftLines([
    {
      id: 1 as DraftId,
      userId: 7 as UserId,
      messageId: 5 as MessageId,
      state: 'edited',
      source: 'llm',
      byItself: false,
      language: 'en',
      notice: null,
      createdAt: 0,
      shownAt: 1_000,
      endedAt: null,
      choices: 3,
      place: 1,
      finalMessageId: 6 as MessageId,
      distance: 0.25,
      receipts: [
        receipt,
        { ...receipt, told: { ...receipt.told, others: 5 }, factIds: [4, 9], summary: true },
      ],
    },
  ]);
  expect(line.endsWith('\n')).toBe(true);
  const asTold = {
    provider: 'groq',
    model: 'some-model',
    messages: [3, 5],
    told: { faq: 1, examples: 6, facts: 2 },
    masked: { email: 1 },
    left_out: { turns: 4 },
    tokens_in: 900,
    tokens_out: 40,
    cost_usd: 0.001_25,
    ms: 800,
    calls: [{ provider: 'groq', model: 'some-model', outcome: 'ok' }],
  };
  expect(JSON.parse(line)).toEqual({
    fan: 7,
    answers: 5,
    state: 'edited',
    source: 'llm',
    by_itself: false,
    language: 'en',
    notice: null,
    asked: '1970-01-01T00:00:00Z',
    shown: '1970-01-01T00:00:01Z',
    ended: null,
    choices: 3,
    chosen: 1,
    message: 6,
    changed: 0.25,
    receipts: [
      asTold,
      { ...asTold, told: { ...asTold.told, others: 5 }, facts: [4, 9], summary: true },
    ],
  });
});

describe('the zip of an export', () => {
  test('holds what was put in piece by piece, in as many parts as it takes', () => {
    const pieces = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.tuple(pieces, pieces, pieces),
        fc.constantFrom(1, 150, 1e9),
        (some, largest) => {
          const [csv, jsonl, messages] = some;
          const written: Record<ExportFile, string[]> = {
            'fans.csv': csv,
            'fans.jsonl': jsonl,
            'messages.jsonl': messages,
            'drafts.jsonl': messages.toReversed(),
            'receipts.jsonl': messages,
            'segments.jsonl': ['s'],
            'saved-replies.jsonl': [''],
            'persona.jsonl': ['p'],
            'faq.jsonl': [''],
            'consents.jsonl': ['c'],
          };
          const { parts, progress } = played(written, largest);
          const files = parts.flatMap((part) => Object.entries(unzipSync(Buffer.concat(part))));
          const names = files.map(([name]) => name);
          expect(new Set(names).size).toBe(names.length);
          const whole = (file: ExportFile) =>
            files
              .filter(([name]) => name.replace(/-\d+\./u, '.') === file)
              .map(([, bytes]) => Buffer.from(bytes).toString())
              .join('');
          for (const file of exportFiles) {
            expect(whole(file)).toBe(Buffer.from(written[file].join('')).toString());
          }
          if (largest === 1e9) expect(names).toEqual(exportFiles);
          expect(progress.fans).toBe(csv.length);
        },
      ),
    );
  });
});

/** Writes these pieces page by page, as jobs do, each step from what the one before left as JSON. */
function played(files: Record<ExportFile, string[]>, largest: number) {
  const parts: Uint8Array[][] = [[]];
  let progress: ExportProgress = firstProgress;
  for (;;) {
    const { file, after, zip } = progress;
    const page: ExportPage = {
      piece: packPiece(files[file][after] ?? '', zip.open?.crc ?? 0),
      fans: 1,
      after: after + 1,
      more: after + 1 < files[file].length,
    };
    const step = writePage(progress, page, 1_777_777_777_777, largest);
    parts.at(-1)?.push(step.bytes);
    progress = JSON.parse(JSON.stringify(step.progress));
    if (step.then === 'done') return { parts, progress };
    if (step.then === 'next-part') parts.push([]);
  }
}
