import { expect, test } from 'vitest';
import type { UserId } from '#src/core/ids.ts';
import { names } from '#test/support/naive-segments.ts';
import {
  choicesOf,
  conditionAnswered,
  conditionFrom,
  fieldChoices,
  kinds,
  plainKinds,
  questionFrom,
} from './choices.ts';
import { questionExample } from './question-words.ts';
import { readTapData, type SegmentTap, tapData } from './tap-data.ts';

const offered = [
  ...kinds.filter((kind) => kind !== 'field').map((kind) => choicesOf(kind, names)),
  ...names.fields.map(fieldChoices),
  { puts: plainKinds, asks: [] },
];
const puts = offered.flatMap((choices) => choices.puts);
const asks = offered.flatMap((choices) => choices.asks);

test('everything that the menu offers is a condition, or a question that its own example answers', () => {
  for (const put of puts) expect([put, conditionFrom(put, names)]).not.toContain(null);
  for (const ask of asks) {
    const question = questionFrom(ask, names);
    if (!question) throw new Error(`${ask} is no question`);
    const answer = conditionAnswered(question, questionExample(question), names);
    expect([ask, answer]).not.toContain(null);
  }
});

test('what a button says comes back as it was, within 64 bytes, whoever taps', () => {
  const draft = (tap: Extract<SegmentTap, { do: 'draft' }>['tap']): SegmentTap => ({
    do: 'draft',
    owner: (2 ** 52) as UserId,
    version: 99_999_999,
    tap,
  });
  const taps: SegmentTap[] = [
    { do: 'list', page: 3 },
    { do: 'new' },
    { do: 'resume' },
    { do: 'open', id: 7 as never },
    ...(['show', 'switch', 'preview', 'save', 'overwrite'] as const).map((verb) =>
      draft({ do: verb }),
    ),
    ...(['part', 'negate', 'remove'] as const).map((verb) => draft({ do: verb, at: 12 })),
    draft({ do: 'add', into: null }),
    draft({ do: 'add', into: 3 }),
    draft({ do: 'kind', into: 19, kind: 'followup', page: 41 }),
    draft({ do: 'field', into: null, fieldId: 123_456 as never }),
    ...puts.map((code) => draft({ do: 'put', into: 19, code })),
    ...asks.map((code) => draft({ do: 'ask', into: null, code })),
  ];
  for (const tap of taps) {
    const data = tapData(tap);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(readTapData(data)).toEqual(tap);
  }
});

test('a tag, field or choice that vanished is no condition any more', () => {
  for (const put of ['#t9', '#f9', '#c4.7', '#c9.0', 'tag:nobody', 'note or waiting']) {
    expect([put, conditionFrom(put, names)]).toEqual([put, null]);
  }
  for (const ask of ['#f9>=', 'everyone:', 'mood:', 'score']) {
    expect([ask, questionFrom(ask, names)]).toEqual([ask, null]);
  }
});
