import { expect, test } from 'vitest';
import type { MessageId } from '#src/core/ids.ts';
import { signAtHand } from './sign-at-hand.ts';

const id = (number: number) => number as MessageId;
const kept = (messageId: number, clearedUpTo: number | null) => ({
  messageId: id(messageId),
  clearedUpTo: clearedUpTo === null ? null : id(clearedUpTo),
});

test('a sign is at hand that is kept, or was seen and is not kept yet; the newest counts', () => {
  expect(signAtHand(undefined, [])).toBeUndefined();
  expect(signAtHand(undefined, [id(3), id(9), id(5)])).toBe(9);
  expect(signAtHand(kept(4, null), [])).toBe(4);
  expect(signAtHand(kept(4, null), [id(9)])).toBe(9);
  expect(signAtHand(kept(12, null), [id(9)])).toBe(12);
});

test('none is at hand up to where a person said otherwise, and a newer one is', () => {
  expect(signAtHand(kept(4, 6), [])).toBeUndefined();
  expect(signAtHand(kept(4, 6), [id(4), id(6)])).toBeUndefined();
  expect(signAtHand(kept(4, 6), [id(4), id(7)])).toBe(7);
  expect(signAtHand(kept(8, 6), [])).toBe(8);
});
