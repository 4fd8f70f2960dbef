import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChatId } from '#src/core/ids.ts';
import {
  afterFlood,
  afterOutcome,
  afterStart,
  freePacing,
  isFree,
  type Pacing,
  readyAt,
} from '#src/telegram/outbox/pacing.ts';

const anna = 1 as ChatId;
const ben = 2 as ChatId;
const group = -100 as ChatId;
const now = 1_000_000;
const reply = (chatId: ChatId | null) => ({ chatId, priority: 0 as const });
const broadcast = (chatId: ChatId) => ({ chatId, priority: 2 as const });
const restMs = (troubles: number) => troubles * 1_000;

test('nothing is slowed down in a chat without a pause or pace, while Telegram answers', () => {
  const flooded = afterFlood(freePacing, { chatId: anna, retryAfterMs: 1_000 }, now);
  expect(isFree(freePacing, anna, now)).toBe(true);
  expect(isFree(flooded, anna, now + 2_000)).toBe(false);
  expect(isFree(flooded, ben, now)).toBe(true);
  expect(isFree(flooded, anna, now + 301_000)).toBe(true);
  expect(isFree({ ...freePacing, troubles: 1 }, anna, now)).toBe(false);
  expect(isFree({ ...freePacing, botPausedUntil: now + 1 }, anna, now)).toBe(false);
});

describe('a chat', () => {
  test('goes as fast as it likes until Telegram says 429', () => {
    let pacing = freePacing;
    for (let call = 0; call < 1_000; call += 1) {
      expect(readyAt(pacing, reply(anna), now)).toBe(now);
      pacing = afterStart(pacing, reply(anna), now);
    }
  });

  test('is paused for retry_after, and no other chat is', () => {
    const pacing = afterFlood(freePacing, { chatId: anna, retryAfterMs: 7_000 }, now);
    expect(readyAt(pacing, reply(anna), now)).toBe(now + 7_000);
    expect(readyAt(pacing, reply(ben), now)).toBe(now);
    expect(readyAt(pacing, reply(null), now)).toBe(now);
  });

  test.each([
    [anna, 1_000],
    [group, 3_000],
  ])('%i is held at its published pace for five minutes, then free', (chat, spacingMs) => {
    const flooded = afterFlood(freePacing, { chatId: chat, retryAfterMs: 1_000 }, now);
    const after = now + 1_000;
    expect(readyAt(flooded, reply(chat), after)).toBe(after);
    const held = afterStart(flooded, reply(chat), after);
    expect(readyAt(held, reply(chat), after)).toBe(after + spacingMs);
    const free = after + 300_000;
    expect(readyAt(afterStart(held, reply(chat), free - 1), reply(chat), free)).toBe(free);
  });
});

describe('a bot', () => {
  test('is paused by a 429 without a chat', () => {
    const pacing = afterFlood(freePacing, { chatId: null, retryAfterMs: 5_000 }, now);
    expect(readyAt(pacing, reply(ben), now)).toBe(now + 5_000);
  });

  test('is paused by a 429 in a second chat while one is paused', () => {
    const one = afterFlood(freePacing, { chatId: anna, retryAfterMs: 9_000 }, now);
    const again = afterFlood(one, { chatId: anna, retryAfterMs: 9_000 }, now + 1);
    expect(readyAt(again, reply(ben), now + 1)).toBe(now + 1);
    const two = afterFlood(again, { chatId: ben, retryAfterMs: 4_000 }, now + 2);
    expect(readyAt(two, reply(group), now + 2)).toBe(now + 4_002);
  });

  test('is not paused by a 429 in a second chat once the first pause is over', () => {
    const one = afterFlood(freePacing, { chatId: anna, retryAfterMs: 1_000 }, now);
    const two = afterFlood(one, { chatId: ben, retryAfterMs: 1_000 }, now + 2_000);
    expect(readyAt(two, reply(group), now + 2_000)).toBe(now + 2_000);
  });

  test('rests after several troubles in a row, and any answer ends them', () => {
    const trouble = { outcome: 'transient', code: 500, description: '' } as const;
    const at = { now, restMs };
    let pacing = freePacing;
    for (let time = 0; time < 2; time += 1) pacing = afterOutcome(pacing, anna, trouble, at);
    expect(readyAt(pacing, reply(ben), now)).toBe(now);
    const answered = afterOutcome(pacing, anna, { outcome: 'ok', result: true }, at);
    expect(readyAt(afterOutcome(answered, anna, trouble, at), reply(ben), now)).toBe(now);
    pacing = afterOutcome(pacing, anna, trouble, at);
    expect(readyAt(pacing, reply(ben), now)).toBe(now + 1_000);
  });
});

describe('broadcasts', () => {
  test('never exceed 25 a second, and replies do not wait for them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 300 }), (gaps) => {
        let pacing: Pacing = freePacing;
        let time = now;
        const starts: number[] = [];
        for (const [index, gap] of gaps.entries()) {
          const chat = (index + 1) as ChatId;
          time = Math.max(time + gap, readyAt(pacing, broadcast(chat), time + gap));
          expect(readyAt(pacing, reply(chat), time)).toBe(time);
          pacing = afterStart(pacing, broadcast(chat), time);
          starts.push(time);
        }
        for (const start of starts) {
          const within = starts.filter((other) => other >= start && other < start + 1_000);
          expect(within.length).toBeLessThanOrEqual(25 + 4);
        }
      }),
    );
  });
});

test('whatever happens, a call is ready in the end and never before now', () => {
  const step = fc.record({
    chat: fc.constantFrom(anna, ben, group, null),
    gap: fc.nat(5_000),
    what: fc.constantFrom('start', 'flood', 'trouble', 'answer'),
    retryAfterMs: fc.integer({ min: 1_000, max: 60_000 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let pacing: Pacing = freePacing;
      let time = now;
      for (const { chat, gap, what, retryAfterMs } of steps) {
        time += gap;
        const at = { now: time, restMs };
        if (what === 'start') pacing = afterStart(pacing, reply(chat), time);
        if (what === 'flood') {
          pacing = afterOutcome(pacing, chat, { outcome: 'flood', retryAfterMs }, at);
          expect(readyAt(pacing, reply(chat), time)).toBeGreaterThanOrEqual(time + retryAfterMs);
        }
        if (what === 'trouble') {
          pacing = afterOutcome(pacing, chat, { outcome: 'unknown', description: '' }, at);
        }
        if (what === 'answer') {
          pacing = afterOutcome(pacing, chat, { outcome: 'ok', result: 1 }, at);
        }
        const ready = readyAt(pacing, reply(chat), time);
        expect(ready).toBeGreaterThanOrEqual(time);
        expect(readyAt(pacing, reply(chat), ready)).toBe(ready);
      }
    }),
  );
});
