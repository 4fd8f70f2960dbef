import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageId } from '#src/core/ids.ts';
import { isNewEpisode } from './care-episode.ts';

const day = 24 * 60 * 60_000;
const last = { messageId: 10 as MessageId, shownAt: 1_000 };

test('the first sign is told, and what came before a line is never told again', () => {
  expect(isNewEpisode(10 as MessageId, undefined, 0)).toBe(true);
  fc.assert(
    fc.property(fc.nat({ max: 10 }), fc.nat(), (sign, later) => {
      expect(isNewEpisode(sign as MessageId, last, last.shownAt + later * day)).toBe(false);
    }),
  );
});

test('a later sign is told once a day has gone by since the line', () => {
  expect(isNewEpisode(11 as MessageId, last, last.shownAt + day - 1)).toBe(false);
  expect(isNewEpisode(11 as MessageId, last, last.shownAt + day)).toBe(true);
});
