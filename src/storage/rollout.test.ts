import { expect, test } from 'vitest';
import { stopReason } from '#src/storage/rollout.ts';

test('the first five failing stops the roll-out', () => {
  expect(stopReason({ planned: 1000, tried: 5, failed: 5 })).toBe('first-all-failed');
  expect(stopReason({ planned: 1000, tried: 4, failed: 4 })).toBeUndefined();
  expect(stopReason({ planned: 1000, tried: 6, failed: 5 })).toBeUndefined();
});

test('more than one in a hundred failing stops it, but never fewer than five', () => {
  expect(stopReason({ planned: 1000, tried: 500, failed: 10 })).toBeUndefined();
  expect(stopReason({ planned: 1000, tried: 500, failed: 11 })).toBe('too-many-failed');
  expect(stopReason({ planned: 20, tried: 20, failed: 4 })).toBeUndefined();
  expect(stopReason({ planned: 20, tried: 20, failed: 5 })).toBe('too-many-failed');
});
