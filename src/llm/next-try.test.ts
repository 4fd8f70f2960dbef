import { expect, test } from 'vitest';
import { failed } from './adapter.ts';
import { nextTry } from './next-try.ts';

const at = { made: 1, leftMs: 8_000, hasNext: false, extras: false, jitter: 0.5 };

test('faults that pass get a second call after a moment; others, and the second, do not', () => {
  for (const fault of ['down', 'unreachable', 'flooded'] as const) {
    expect(nextTry(failed(fault), at)).toEqual({ waitMs: 300, plain: false });
    expect(nextTry(failed(fault), { ...at, made: 2 })).toBeNull();
  }
  for (const fault of ['deadline', 'junk', 'empty', 'rejected-key', 'too-large'] as const) {
    expect(nextTry(failed(fault), at)).toBeNull();
  }
});

test('a wait that the provider asks for must leave time for a call', () => {
  const flooded = failed('flooded', { retryAfterMs: 3_000 });
  expect(nextTry(flooded, at)).toEqual({ waitMs: 3_000, plain: false });
  expect(nextTry(flooded, { ...at, leftMs: 4_000 })).not.toBeNull();
  expect(nextTry(flooded, { ...at, leftMs: 3_999 })).toBeNull();
  expect(nextTry(failed('down'), { ...at, leftMs: 1_299 })).toBeNull();
});

test('while another model is there nobody waits longer than a second', () => {
  const wait = (retryAfterMs: number) =>
    nextTry(failed('flooded', { retryAfterMs }), { ...at, hasNext: true });
  expect(wait(1_000)).toEqual({ waitMs: 1_000, plain: false });
  expect(wait(1_001)).toBeNull();
});

test('an endpoint that does not take a format or a stream is asked without, once', () => {
  const junk = failed('junk', { blame: 'request', misformed: true });
  expect(nextTry(junk, { ...at, extras: true })).toEqual({ waitMs: 0, plain: true });
  expect(nextTry(junk, { ...at, extras: true, made: 2 })).toBeNull();
  expect(nextTry(junk, at)).toBeNull();
  // Words that stop in the middle were no refusal.
  expect(nextTry(failed('junk', { blame: 'request' }), { ...at, extras: true })).toBeNull();
});
