import { expect, test } from 'vitest';
import {
  assertUsable,
  newestNumber,
  pendingSteps,
  schemaStanding,
} from '#src/storage/schema-version.ts';
import { testStep } from '#test/support/note-table.ts';

const known = [testStep(1, { kind: 'breaking' }), testStep(2)];
const one = { number: 1, kind: 'breaking' } as const;
const two = { number: 2, kind: 'additive' } as const;

test('a file with exactly our steps is current', () => {
  expect(schemaStanding([one, two], known)).toBe('current');
});

test('a file that lacks a step is older, whatever the step is', () => {
  expect(schemaStanding([one], known)).toBe('older');
  expect(schemaStanding([], known)).toBe('older');
  expect(pendingSteps([one], known)).toEqual([known[1]]);
});

test('a newer additive step does not matter, a newer breaking one does', () => {
  expect(schemaStanding([one, two, { number: 3, kind: 'additive' }], known)).toBe('current');
  expect(schemaStanding([one, two, { number: 3, kind: 'breaking' }], known)).toBe('newer');
});

test('a newer breaking step counts even where one of ours is missing', () => {
  expect(schemaStanding([one, { number: 3, kind: 'breaking' }], known)).toBe('newer');
});

test('only a current file may be used', () => {
  expect(() => assertUsable('older')).toThrow(expect.objectContaining({ code: 'storage.older' }));
  expect(() => assertUsable('newer')).toThrow(expect.objectContaining({ code: 'storage.newer' }));
  expect(assertUsable('current')).toBeUndefined();
});

test('the newest number of no steps is 0', () => {
  expect(newestNumber([])).toBe(0);
  expect(newestNumber(known)).toBe(2);
});
