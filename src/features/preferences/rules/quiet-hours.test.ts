import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterQuiet } from './quiet-hours.ts';

describe('quiet hours', () => {
  const hours = fc.record({ from: fc.nat(23), to: fc.nat(23) });
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York');
  const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });

  test('end before anything is told, and never hold it up for more than a day', () => {
    fc.assert(
      fc.property(moments, hours, zones, (at, quiet, timeZone) => {
        const told = afterQuiet(at, quiet, timeZone);
        expect(told).toBeGreaterThanOrEqual(at);
        expect(told - at).toBeLessThanOrEqual(25 * 3_600_000);
        expect(afterQuiet(told, quiet, timeZone)).toBe(told);
      }),
    );
  });

  test('from 22 to 8 hold up what is due at night until the morning', () => {
    const zone = 'Europe/Berlin';
    const night = Date.UTC(2026, 2, 11, 22, 30);
    const morning = Date.UTC(2026, 2, 12, 7);
    expect(afterQuiet(night, { from: 22, to: 8 }, zone)).toBe(morning);
    expect(afterQuiet(morning, { from: 22, to: 8 }, zone)).toBe(morning);
    expect(afterQuiet(night, { from: 8, to: 8 }, zone)).toBe(night);
  });
});
