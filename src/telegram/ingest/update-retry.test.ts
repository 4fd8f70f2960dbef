import { expect, test } from 'vitest';
import { afterFailedTry } from '#src/telegram/ingest/update-retry.ts';

test('an update is tried five times within about two and a half minutes, then parked', () => {
  expect([1, 2, 3, 4, 5].map(afterFailedTry)).toEqual([
    { waitMs: 1_000 },
    { waitMs: 5_000 },
    { waitMs: 25_000 },
    { waitMs: 120_000 },
    'park',
  ]);
});
