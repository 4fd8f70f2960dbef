import { describe, expect, test } from 'vitest';
import type { FanId, ThreadId } from '#src/core/ids.ts';
import { digestMessage, pagesOf } from './digest-text.ts';
import type { DigestFacts, ShownThread } from './digest-text.ts';

const now = 10_000_000;

function shown(id: number, more: Partial<ShownThread> = {}): ShownThread {
  return {
    threadId: id as ThreadId,
    fanId: id as FanId,
    waitingSince: now - 5 * 60_000,
    messages: 1,
    isNew: false,
    name: `Fan ${id}`,
    ...more,
  };
}

function digest(facts: Partial<DigestFacts>) {
  return digestMessage({
    fans: 2,
    messages: 4,
    page: 0,
    shown: [shown(1), shown(2)],
    now,
    language: 'en',
    t: (key, values) => (values ? `${key} ${Object.values(values).join('/')}` : key),
    ...facts,
  });
}

describe('the digest', () => {
  test('tells who waits, how long, how much they wrote, and has a button for each', () => {
    const { text, entities, keyboard } = digest({
      shown: [shown(1, { messages: 3, isNew: true }), shown(2, { name: '[x](tg://a) <b>' })],
    });
    const lines = text.split('\n');
    expect(lines[0]).toBe('threads-digest-waiting 2/4');
    expect(lines[3]).toBe('1. Fan 1 · 5 min · threads-digest-messages 3 · threads-digest-new');
    expect(lines[4]).toBe('2. [x](tg://a) <b> · 5 min');
    expect(new Set(entities?.map((entity) => entity.type))).toEqual(new Set(['bold', 'italic']));
    expect(keyboard.inline_keyboard).toEqual([
      [
        { text: 'Fan 1', callback_data: 'th:open:1' },
        { text: '[x](tg://a) <b>', callback_data: 'th:open:2' },
      ],
    ]);
  });

  test('has pages in a circle, numbered on', () => {
    const { text, keyboard } = digest({ fans: 20, page: 2, shown: [shown(17)] });
    expect(text).toContain('\n17. Fan 17');
    expect(keyboard.inline_keyboard.at(-1)).toEqual([
      { text: '‹', callback_data: 'th:page:1' },
      { text: '3/3', callback_data: 'th:page:2' },
      { text: '›', callback_data: 'th:page:0' },
    ]);
    expect([0, 8, 9].map(pagesOf)).toEqual([1, 1, 2]);
  });
});
