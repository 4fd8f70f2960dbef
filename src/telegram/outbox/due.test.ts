import { describe, expect, test } from 'vitest';
import { isDue } from '#src/telegram/outbox/due.ts';

const now = 1_800_000_000_000;
const hour = 3_600_000;

describe('the time of a row', () => {
  test('has come when it is over, not before', () => {
    const row = { createdAt: now - hour, claimedAt: now - 2_000 };
    expect(isDue({ ...row, notBefore: now }, now)).toBe(true);
    expect(isDue({ ...row, notBefore: now + 1 }, now)).toBe(false);
    expect(isDue({ ...row, notBefore: now + 75_000 }, now)).toBe(false);
  });

  test('has come for a retry that the clock, set back by an hour, would hold up for an hour', () => {
    const row = { createdAt: now - 5 * hour, claimedAt: now - 4 * hour };
    expect(isDue({ ...row, notBefore: now + hour + 30_000 }, now)).toBe(true);
  });

  test('has come for a short wait that began before the clock was set back', () => {
    const row = { createdAt: now + hour, claimedAt: null };
    expect(isDue({ ...row, notBefore: now + hour + 1_200 }, now)).toBe(true);
  });

  test('has not come for what was meant for a time of day, whatever the clock does', () => {
    const tomorrow = now + 24 * hour;
    expect(isDue({ createdAt: now, claimedAt: null, notBefore: tomorrow }, now)).toBe(false);
    expect(isDue({ createdAt: now + hour, claimedAt: null, notBefore: tomorrow }, now)).toBe(false);
  });
});
