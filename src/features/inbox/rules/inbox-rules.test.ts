import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { ThreadId } from '#src/core/ids.ts';
import { snoozeChoices, snoozeUntil } from './snooze-until.ts';
import { readTapData, tapData } from './tap-data.ts';

test('a snooze ends later than now, tomorrow and in a week at nine in the creator’s morning', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu');
  const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
  fc.assert(
    fc.property(moments, zones, (now, timeZone) => {
      expect(snoozeUntil('write', now, timeZone)).toBeNull();
      for (const [choice, days] of [
        ['tomorrow', 1],
        ['week', 7],
      ] as const) {
        const until = snoozeUntil(choice, now, timeZone) ?? 0;
        const there = Temporal.Instant.fromEpochMilliseconds(until).toZonedDateTimeISO(timeZone);
        const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
        expect(until).toBeGreaterThan(now);
        expect([there.hour, there.minute]).toEqual([9, 0]);
        expect(here.toPlainDate().until(there.toPlainDate()).days).toBe(days);
      }
    }),
  );
});

test('callback data comes back as it was made, and nothing else is taken', () => {
  const threadId = 7 as ThreadId;
  for (const choice of snoozeChoices) {
    const tap = { do: 'until', threadId, choice } as const;
    expect(readTapData(tapData(tap))).toEqual(tap);
  }
  const view = { filter: 'vip', order: 'important', page: 2 } as const;
  expect(readTapData(tapData({ do: 'list', view }))).toEqual({ do: 'list', view });
  expect(readTapData(tapData({ do: 'next', threadId }))).toEqual({ do: 'next', threadId });
  for (const data of ['in:until:7:never', 'in:list:all:longest:-1', 'in:next:x', 'me:tag:1']) {
    expect(readTapData(data)).toBeNull();
  }
});
