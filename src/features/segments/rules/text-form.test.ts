import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCondition, anyFilter, names } from '#test/support/naive-segments.ts';
import type { Filter } from './filter.ts';
import { parseText } from './parse-text.ts';
import { printText } from './print-text.ts';
import { readFilter } from './read-filter.ts';
import { simplify } from './simplify.ts';

function parsed(typed: string): Filter {
  const read = parseText(typed, names);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.filter;
}

function problem(typed: string) {
  const read = parseText(typed, names);
  return read.ok
    ? null
    : { ...read.problem, typed: typed.slice(read.problem.at, read.problem.end) };
}

describe('the text form', () => {
  test('says the same when it is printed and read again', () => {
    fc.assert(
      fc.property(anyFilter(), (filter) => {
        const printed = printText(filter, names);
        expect(parsed(printed ?? '')).toEqual(simplify(filter));
        expect(readFilter(JSON.stringify(filter))).toEqual({ ok: true, filter });
      }),
    );
  });

  test('joins what stands side by side more closely than `or`', () => {
    const vip = { is: 'stage', stage: 'vip' };
    const german = { is: 'language', language: 'de' };
    expect(parsed('stage:vip lang:de or NOT note')).toEqual({
      any: [{ all: [vip, german] }, { not: { is: 'note' } }],
    });
    expect(parsed('stage:vip and (lang:de or -note)')).toEqual({
      all: [vip, { any: [german, { not: { is: 'note' } }] }],
    });
    expect(parsed('(((stage:VIP)))')).toEqual(vip);
    expect(parsed('not not stage:vip')).toEqual(vip);
  });

  test.each([
    ['tag:"big spender"', { is: 'tag', tagId: 2 }],
    ['tag:“Big  Spender”', { is: 'tag', tagId: 2 }],
    ['tag:#paris', { is: 'tag', tagId: 1 }],
    ['score>5', { is: 'amount', of: 'score', sign: 'min', value: 6 }],
    ['in≤3', { is: 'amount', of: 'in', sign: 'max', value: 3 }],
    ['last>4w', { is: 'seen', of: 'last', when: 'before', days: 28 }],
    ['first<7', { is: 'seen', of: 'first', when: 'within', days: 7 }],
    ['waiting>2d', { is: 'waiting', hours: 48 }],
    ['name:"Anna Kar"', { is: 'name', text: 'Anna Kar' }],
    ['noai', { is: 'noai' }],
    ['city:Ber', { is: 'field', fieldId: 1, test: 'contains', text: 'Ber' }],
    ['field.City', { is: 'field', fieldId: 1, test: 'present' }],
    ['age>=18,5', { is: 'field', fieldId: 2, test: 'number', sign: 'min', number: 18.5 }],
    [
      'field."subscriber since"<31.01.2024',
      { is: 'field', fieldId: 3, test: 'date', sign: 'below', date: '2024-01-31' },
    ],
    ['größe="l AND more"', { is: 'field', fieldId: 4, test: 'choice', choice: 'L and more' }],
  ])('understands %s', (typed, filter) => {
    expect(parsed(typed)).toEqual(filter);
  });

  test.each([
    ['stge:vip', { problem: 'unknown-word', word: 'stge', meant: 'stage', typed: 'stge:vip' }],
    ['lang:de vip', { problem: 'unknown-word', meant: 'stage:vip', typed: 'vip' }],
    ['paris', { problem: 'unknown-word', meant: 'tag:paris' }],
    ['tag:pariss', { problem: 'no-tag', word: 'pariss', meant: 'Paris' }],
    ['field.Town:x', { problem: 'no-field', word: 'Town', meant: null }],
    [
      'note subscriber since>2024-01-31',
      {
        problem: 'unknown-word',
        word: 'subscriber since',
        meant: 'field."Subscriber since">2024-01-31',
        typed: 'subscriber since>2024-01-31',
      },
    ],
    ['subscriber lang:de', { problem: 'unknown-word', word: 'subscriber', meant: null }],
    ['stage:vipp', { problem: 'bad-value', key: 'stage', example: 'stage:vip' }],
    ['stage', { problem: 'bad-value' }],
    ['score>=many', { problem: 'bad-value', example: 'score>=50' }],
    ['score<0', { problem: 'bad-value' }],
    ['last>0d', { problem: 'bad-value', example: 'last>30d' }],
    ['note:x', { problem: 'bad-value', example: 'note' }],
    ['name', { problem: 'bad-value', example: 'name:anna' }],
    ['name:🌸', { problem: 'bad-value', example: 'name:anna' }],
    ['name=anna', { problem: 'bad-value', example: 'name:anna' }],
    ['age:old', { problem: 'bad-value', example: 'field.Age>=18' }],
    ['tag:"big', { problem: 'unclosed-quote', typed: 'tag:"big' }],
    ['(note or', { problem: 'nothing-follows', typed: 'or' }],
    ['note (waiting', { problem: 'unclosed-bracket', typed: '(' }],
    ['note)', { problem: 'stray-bracket', typed: ')' }],
    ['or note', { problem: 'nothing-follows' }],
    ['constructor', { problem: 'unknown-word' }],
    ['  ', { problem: 'empty' }],
    ['note '.repeat(21), { problem: 'too-many' }],
    [`${'not ('.repeat(60)}note${')'.repeat(60)}`, { problem: 'too-deep' }],
  ])('says what is wrong with %s', (typed, expected) => {
    expect(problem(typed)).toMatchObject(expected);
  });

  test('whatever is typed, it is a filter or told where it fails', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'not',
        'or',
        'and',
        '(',
        ')',
        '-',
        '"',
        '“',
        ':',
        '>=',
        'field.',
        '.',
        '\\',
        '!',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      anyCondition().map((condition) => printText(condition, names) ?? ''),
    );
    const typed = fc
      .array(fc.tuple(piece, fc.constantFrom('', ' ')), { maxLength: 12 })
      .map((pieces) => pieces.flat().join(''));
    fc.assert(
      fc.property(typed, (text) => {
        const read = parseText(text, names);
        if (read.ok) expect(readFilter(JSON.stringify(read.filter))).toMatchObject({ ok: true });
        else expect(read.problem.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('what is stored and is no filter is refused, not trusted', () => {
  const reasonOf = (json: string) => {
    const read = readFilter(json);
    return read.ok ? 'ok' : read.reason;
  };
  expect(reasonOf('nonsense')).toBe('unreadable');
  expect(reasonOf('{"is":"mood"}')).toBe('unreadable');
  expect(reasonOf('{"any":[]}')).toBe('unreadable');
  expect(reasonOf('{"all":[{"is":"tag"}]}')).toBe('unreadable');
  expect(reasonOf('{"not":'.repeat(5_000) + '1' + '}'.repeat(5_000))).toBe('too-deep');
  expect(
    reasonOf(JSON.stringify({ all: Array.from({ length: 21 }, () => ({ is: 'note' })) })),
  ).toBe('too-many');
});
