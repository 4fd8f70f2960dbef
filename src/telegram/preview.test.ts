import { beforeEach, describe, expect, test } from 'vitest';
import type { ChatId, TenantId, TopicId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { createApi } from '#src/telegram/api-client.ts';
import type { Fetch } from '#src/telegram/pooled-fetch.ts';
import { createPreview } from '#src/telegram/preview.ts';
import { type ManualClock, manualClock } from '#test/support/manual-clock.ts';

const luna = 'tluna' as TenantId;
const mira = 'tmira' as TenantId;
const chat = 7 as ChatId;
const group = -100 as ChatId;

/** Calls as they came, in short; and how each is answered. */
let calls: string[];
let answer: () => Promise<object>;
let aborted: number;
let free: boolean;
let clock: ManualClock;
let preview: ReturnType<typeof createPreview>;

const fetch: Fetch = async (url, { body, signal }) => {
  const asked = JSON.parse(body as string) as Record<string, string | number>;
  const { chat_id: to, text, message_thread_id: topic, action } = asked;
  const what = url.endsWith('sendMessageDraft') ? JSON.stringify(text) : action;
  calls.push(`${to}${topic === undefined ? '' : `/${topic}`} ${what}`);
  const given = await Promise.race([
    answer(),
    new Promise<never>((_resolve, reject) => {
      signal?.addEventListener('abort', () => {
        aborted += 1;
        reject(new Error('aborted'));
      });
    }),
  ]);
  return { status: 200, json: () => Promise.resolve(given) };
};

beforeEach(() => {
  calls = [];
  answer = () => Promise.resolve({ ok: true, result: true });
  aborted = 0;
  free = true;
  clock = manualClock();
  const api = createApi({ token: '1:x', apiRoot: 'http://127.0.0.1:1', fetch });
  preview = createPreview({
    services: { clock, log: silentLog },
    apiOf: () => api,
    isFree: () => free,
  });
});

const shows = (text: string, id = 1) => preview.draft(luna, chat, id, () => text);

describe('what is shown for a moment', () => {
  test('goes at once, then once a second and chat with what is newest', async () => {
    for (const text of ['', 'a', 'a b', 'a b c']) shows(text);
    await clock.advance(999);
    expect(calls).toEqual(['7 ""']);
    await clock.advance(1);
    expect(calls).toEqual(['7 ""', '7 "a b c"']);
    preview.draft(mira, chat, 1, () => 'another bot');
    preview.typing(luna, group, 4 as TopicId);
    await clock.advance(0);
    expect(calls.slice(2)).toEqual(['7 "another bot"', '-100/4 typing']);
  });

  test('is built when its turn comes, and not shown again when it is the same', async () => {
    let built = 0;
    const build = () => preview.draft(luna, chat, 1, () => `${(built += 1) && 'a'}`);
    build();
    for (let word = 0; word < 100; word += 1) build();
    await clock.advance(5_000);
    expect(calls).toEqual(['7 "a"']);
    expect(built).toBe(2);
  });

  test('is cut to what Telegram takes, never inside a character', async () => {
    shows(`${'x'.repeat(4_095)}🎉`);
    await clock.advance(0);
    expect(JSON.parse(calls[0]?.slice(2) ?? '')).toBe('x'.repeat(4_095));
  });

  test('of two texts in a chat only the first is shown, until it has ended', async () => {
    shows('one', 1);
    shows('two', 2);
    await clock.advance(3_000);
    preview.end(luna, chat, 2);
    shows('one more', 1);
    preview.end(luna, chat, 1);
    await clock.advance(3_000);
    shows('two', 2);
    await clock.advance(0);
    expect(calls).toEqual(['7 "one"', '7 "one more"', '7 "two"']);
  });

  test('ends with what it announced: what waits is forgotten, and a call under way is given up', async () => {
    answer = () => new Promise(() => {});
    shows('a');
    await clock.advance(0);
    shows('b');
    preview.end(luna, chat, 1);
    expect(aborted).toBe(1);
    await clock.advance(10_000);
    expect(calls).toEqual(['7 "a"']);
    expect(clock.timers).toBe(0);
  });

  test('is not shown where Telegram slows down, and is not made up for', async () => {
    free = false;
    shows('a');
    await clock.advance(1_000);
    free = true;
    await clock.advance(10_000);
    expect(calls).toEqual([]);
    shows('b');
    await clock.advance(0);
    expect(calls).toEqual(['7 "b"']);
  });

  test.each([
    ['a 429', { ok: false, error_code: 429, parameters: { retry_after: 9 } }, 9_000],
    ['a refusal', { ok: false, error_code: 400, description: 'Bad Request: no' }, 30_000],
  ])('after %s the chat is left alone for its time', async (_what, refusal, ms) => {
    answer = () => Promise.resolve({ description: '', ...refusal });
    shows('a');
    await clock.advance(0);
    answer = () => Promise.resolve({ ok: true, result: true });
    shows('b');
    await clock.advance(ms - 1);
    expect(calls).toEqual(['7 "a"']);
    await clock.advance(1);
    expect(calls).toEqual(['7 "a"', '7 "b"']);
  });

  test('a slow call holds up nothing but the next preview of its chat', async () => {
    let done = (_answer: object) => {};
    answer = () => new Promise((resolve) => (done = resolve));
    shows('a');
    await clock.advance(0);
    shows('b');
    await clock.advance(4_000);
    expect(calls).toEqual(['7 "a"']);
    done({ ok: true, result: true });
    await clock.advance(0);
    expect(calls).toEqual(['7 "a"', '7 "b"']);
  });

  test('a text that cannot be built is none', async () => {
    preview.draft(luna, chat, 1, () => {
      throw new Error('broken');
    });
    await clock.advance(5_000);
    expect(calls).toEqual([]);
  });

  test('takes nothing when the program stops, and leaves no timer', async () => {
    answer = () => new Promise(() => {});
    shows('a');
    await clock.advance(0);
    preview.stop();
    expect(aborted).toBe(1);
    shows('b');
    preview.typing(luna, group);
    await clock.advance(60_000);
    expect(calls).toHaveLength(1);
    expect(clock.timers).toBe(0);
  });
});
