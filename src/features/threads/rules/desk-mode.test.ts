import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deskMode, fitsAgain, messagesToRelease } from './desk-mode.ts';
import type { DeskMode, HeldPace, ThreadLoad } from './desk-mode.ts';

const now = 1_000_000;
const group: HeldPace = { spacingMs: 3_000, pausedUntil: now, heldUntil: now + 300_000 };
const privateChat: HeldPace = { ...group, spacingMs: 1_000 };
const free: HeldPace = { ...group, heldUntil: now };

const text = (texts: number, more: Partial<ThreadLoad> = {}): ThreadLoad => ({
  texts,
  units: texts * 20,
  others: 0,
  needsTopic: false,
  ...more,
});
const fans = (count: number, each: ThreadLoad = text(1)) =>
  Array.from({ length: count }, () => each);

const anyThread = fc.record({
  texts: fc.nat(40),
  units: fc.nat(20_000),
  others: fc.nat(5),
  needsTopic: fc.boolean(),
});
const anyLoad = fc.array(anyThread, { maxLength: 40 });
const anyPace = fc.record({
  spacingMs: fc.integer({ min: 1, max: 5_000 }),
  pausedUntil: fc.integer({ min: now - 10_000, max: now + 60_000 }),
  heldUntil: fc.integer({ min: now + 1, max: now + 400_000 }),
});
const rank: Record<DeskMode, number> = { single: 0, merge: 1, digest: 2 };

describe('how relays go to a desk', () => {
  test('one by one while the newest waits at most 15 s', () => {
    expect(deskMode(fans(6), group, now)).toBe('single');
    expect(deskMode(fans(16), privateChat, now)).toBe('single');
  });

  test('merged when one fan’s texts alone would take longer', () => {
    expect(deskMode([text(7)], group, now)).toBe('merge');
    expect(deskMode([text(30), text(1)], privateChat, now)).toBe('merge');
  });

  test('in a digest when even one relay for each fan would take longer', () => {
    expect(deskMode(fans(7), group, now)).toBe('digest');
    expect(deskMode(fans(17), privateChat, now)).toBe('digest');
  });

  test('a topic that has to be made first, media and long texts count', () => {
    expect(deskMode(fans(4, text(1, { needsTopic: true })), group, now)).toBe('digest');
    expect(deskMode([text(0, { others: 7 })], group, now)).toBe('digest');
    expect(deskMode([text(7, { units: 7 * 4_000 })], group, now)).toBe('digest');
  });

  test('a pause counts', () => {
    expect(deskMode(fans(1), { ...group, pausedUntil: now + 16_000 }, now)).toBe('digest');
  });

  test('never merged and no digest where Telegram slows nobody down', () => {
    fc.assert(
      fc.property(anyLoad, (load) => {
        expect(deskMode(load, free, now)).toBe('single');
      }),
    );
  });

  test('more load never brings a milder mode', () => {
    fc.assert(
      fc.property(anyLoad, anyThread, anyPace, (load, more, pace) => {
        fc.pre(load.length > 0);
        const before = rank[deskMode(load, pace, now)];
        expect(rank[deskMode([...load, more], pace, now)]).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('what fits again does not fall behind at once', () => {
    fc.assert(
      fc.property(anyLoad, anyPace, (load, pace) => {
        if (fitsAgain(load, pace, now)) expect(deskMode(load, pace, now)).toBe('single');
      }),
    );
  });

  test('a digest lets nothing go while the pace holds, then what the pace allows, then more and more', () => {
    const late = (minutes: number) => ({ ...group, heldUntil: now - minutes * 60_000 });
    expect(messagesToRelease(fans(50), group, now)).toBe(0);
    expect(messagesToRelease(fans(50), late(0), now)).toBe(4);
    expect(messagesToRelease(fans(50, text(1, { needsTopic: true })), late(0), now)).toBe(2);
    expect(messagesToRelease(fans(50), { ...late(0), spacingMs: 1_000 }, now)).toBe(14);
    expect(messagesToRelease(fans(50), late(6), now)).toBe(16);
    expect(messagesToRelease(fans(50), late(600), now)).toBe(200);
  });
});
