import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCondition, anyFan, anyFilter, matches, names } from '#test/support/naive-segments.ts';
import { contradictions } from './contradiction.ts';
import { parseText } from './parse-text.ts';

function reasons(typed: string): string[] {
  const read = parseText(typed, names);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return contradictions(read.filter, names).map(({ why }) => why);
}

test('never says that nobody can match where somebody does', () => {
  const filter = fc.oneof(
    anyFilter(anyCondition(true)),
    fc
      .array(fc.tuple(anyCondition(true), fc.boolean()), { minLength: 2, maxLength: 4 })
      .map((parts) => ({ all: parts.map(([part, not]) => (not ? { not: part } : part)) })),
  );
  let claimed = 0;
  fc.assert(
    fc.property(filter, fc.array(anyFan, { minLength: 30, maxLength: 30 }), (one, fans) => {
      if (contradictions(one, names).length === 0) return;
      claimed += 1;
      expect(fans.filter((fan) => matches(one, fan))).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
  expect(claimed).toBeGreaterThan(50);
});

test.each([
  ['stage:vip stage:lost', ['both']],
  ['last<7d last>30d', ['both']],
  ['score>5 score<3', ['both']],
  ['not (score>5) not (score<8)', ['both']],
  ['note not note', ['both']],
  ['noai not noai', ['both']],
  ['name:"Maria ANNA" not name:ann', ['both']],
  ['lang:de lang:en', ['both']],
  ['not lang:pt lang:pt-br', ['both']],
  ['reach:open reach:blocked', ['both']],
  ['not reach:open not reach:blocked', ['both']],
  ['waiting>4h not waiting', ['both']],
  ['followup<2d not followup<7d', ['both']],
  ['city=Berlin city:mos', ['both']],
  ['city:x not field.City', ['both']],
  ['age>18 age<=18', ['both']],
  ['größe=S größe=M', ['both']],
  ['not in>=0', ['never']],
  ['score>100', ['never']],
  ['stage:vip (stage:lost or stage:new)', ['both', 'both']],
  ['(stage:vip or note) stage:lost not note', ['both', 'both']],
  ['tag:paris tag:"big spender"', []],
  ['(stage:vip or note) stage:lost', []],
  ['lang:pt lang:pt-br', []],
  ['name:ann not name:anna', []],
  ['name:anna name:ben noai summary not facts', []],
  ['age>=18 age<=18', []],
  ['everyone', []],
])('tells of %s', (typed, expected) => {
  expect(reasons(typed)).toEqual(expected);
});

test('gives up, rather than take long, where there are very many ways', () => {
  const pair = '(stage:vip or note)';
  expect(reasons(Array(10).fill(pair).join(' '))).toEqual([]);
});
