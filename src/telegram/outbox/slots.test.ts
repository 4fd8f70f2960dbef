import { expect, test } from 'vitest';
import { createSlots } from '#src/telegram/outbox/slots.ts';

test('slots are taken up to their number, and who found none is told once in the order of asking', () => {
  const slots = createSlots(5);
  const told: string[] = [];
  expect(slots.take(4, () => told.push('never'))).toBe(4);
  expect(slots.take(4, () => told.push('never'))).toBe(1);
  expect(slots.take(2, () => told.push('anna'))).toBe(0);
  expect(slots.take(2, () => told.push('ben'))).toBe(0);
  expect(slots.take(0, () => told.push('never'))).toBe(0);
  slots.giveBack(1);
  expect(told).toEqual(['anna']);
  slots.giveBack(4);
  expect(told).toEqual(['anna', 'ben']);
  slots.giveBack(0);
  expect(told).toEqual(['anna', 'ben']);
  expect(slots.inUse).toBe(0);
});
