import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OwnKeyId } from '../own-key.ts';
import { brokenBy } from './fault-texts.ts';
import { holdsKey, looksLikeKey, readAddress, readKey, readModel } from './read-typed.ts';
import { hostOf, shownKey, shownModels, stepOf } from './shown.ts';
import { type OwnKeyTap, readTapData, tapData } from './tap-data.ts';

describe('an address', () => {
  test.each([
    ['https://llm.example.com/v1', 'https://llm.example.com/v1'],
    ['  https://llm.example.com/v1/ ', 'https://llm.example.com/v1'],
    ['llm.example.com/v1', 'https://llm.example.com/v1'],
    ['https://llm.example.com/v1/chat/completions', 'https://llm.example.com/v1'],
    ['https://llm.example.com/v1/chat/completions/', 'https://llm.example.com/v1'],
    ['https://llm.example.com/v1/completions', 'https://llm.example.com/v1'],
    ['HTTPS://LLM.example.com', 'https://llm.example.com'],
    ['http://localhost:11434/v1', 'http://localhost:11434/v1'],
    ['http://[::1]:11434/v1', 'http://[::1]:11434/v1'],
  ])('%s is read as %s', (typed, url) => expect(readAddress(typed)).toEqual({ ok: true, url }));

  test.each([
    ['', 'malformed'],
    ['what is an address', 'malformed'],
    ['what', 'malformed'],
    [`https://llm.example.com/${'x'.repeat(4_000)}`, 'malformed'],
    ['https://luna:password@llm.example.com/v1', 'credentials'],
    ['luna@llm.example.com/v1', 'credentials'],
    ['https://llm.example.com/v1?api-version=1', 'query'],
    ['https://llm.example.com/v1#x', 'query'],
  ])('%s is none', (typed, reason) => expect(readAddress(typed)).toEqual({ ok: false, reason }));

  test('whatever is typed, what is read is a URL without secrets', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (typed) => {
        const read = readAddress(typed);
        if (!read.ok) return;
        const url = new URL(read.url);
        expect(url.username + url.password + url.search + url.hash).toBe('');
        expect(readAddress(read.url).ok).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a key', () => {
  test('is taken as it is, less what stands around it', () => {
    expect(readKey(' gsk_abc\n')).toEqual({ ok: true, apiKey: 'gsk_abc' });
    expect(readKey('gsk_abc def')).toEqual({ ok: false, reason: 'spaces' });
    expect(readKey('gsk_abc\ndef')).toEqual({ ok: false, reason: 'spaces' });
    for (const none of ['', 'ключ', 'x'.repeat(501)]) {
      expect(readKey(none)).toEqual({ ok: false, reason: 'malformed' });
    }
  });

  test.each([
    ['fake-key-0123456789', true],
    [' 9f86d081884c7d659a2feaa0c55ad015 ', true],
    ['c2VjcmV0LWNhbmFyeTAx+a==', true],
    [`hf_${'aBcDeFgHiJkLmNoPq'.repeat(2)}`, true],
    [`${'0a1b2c3d'.repeat(4)}.Ab_0-defGhijKlmnOpqrStuv`, true],
    [`${'0a1b2c3d'.repeat(4)}.aBcDefGhijKlmnOp`, true],
    [
      `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiJsdW5hIn0'.repeat(30)}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1g`,
      true,
    ],
    ['123456789:AAFakeFakeFakeFakeFakeFakeFakeFakeFa', true],
    ['QWxhZGRpbjpvcGVu/IHNlc2FtZQ+1==', true],
    ['abcdefghijKLMNOPqrstuvwx', true],
    ['short1234', false],
    ['Donaudampfschiffahrt', false],
    ['x'.repeat(4_000), false],
    ['Thanks...see-you-tomorrow', false],
    ['not-a-single-number-in-it', false],
    ['+491701234567890123', false],
    ['https://luna.example/print-2026-11', false],
    ['luna.example/print-2026-11', false],
    ['WWW.LUNA-PRINTS-2026.COM', false],
    ['Luna-prints-2026.Shop/new', false],
    ['my-ollama-host-2:11434/v1', false],
    ['10.0.0.5:11434/v1/', false],
    ['xn--mnchen-3ya.xn--e1afmkfd/print1', false],
    ['2026-11-21/15:00-16:30', false],
    ['See you at 9 tonight, my dear friend', false],
  ])('where one is expected, “%s” may be one: %s', (text, may) => {
    expect(looksLikeKey(text)).toBe(may);
  });

  test('shows its end alone, and of a short one less', () => {
    expect(shownKey('gsk_canary1234')).toBe('…234');
    expect(shownKey('gsk_canary123456')).toBe('…3456');
    expect(shownKey('abc')).toBe('…');
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 500 }), (key) => {
        const shown = shownKey(key).slice(1);
        expect(shown.length).toBeLessThanOrEqual(Math.min(4, key.length / 4));
        expect(key.endsWith(shown)).toBe(true);
      }),
    );
  });

  test.each([
    'gsk_abcdefghijklmnopqrstuvwx',
    'my key is xai-ABCdefGHIjklMNOpqrSTUvwx, ok?',
    'sk-proj-abc_def-ghijklmnopqrstuv',
    'KEY=sk-ant-api03-abcdefghijklmnop',
    'use hf_abcdefghijklmnopqrstuvwxyzabcdefgh',
  ])('is known wherever it stands: %s', (text) => expect(holdsKey(text)).toBe(true));

  test.each([
    'hello',
    'desk-abcdefghijklmnopqrstuvwxyz',
    'sk-short',
    'gsk_',
    'a sk- b',
    'https://shop.example/sk-bratislava-poster-2026-A',
  ])('is not seen in other words: %s', (text) => expect(holdsKey(text)).toBe(false));
});

test('a model has a name without spaces', () => {
  expect(readModel(' openai/gpt-oss-120b ')).toEqual({ ok: true, model: 'openai/gpt-oss-120b' });
  for (const none of ['', 'two words', 'модель', 'x'.repeat(201)]) {
    expect(readModel(none).ok).toBe(false);
  }
});

test('of the models that an endpoint lists a few are shown, and no other text', () => {
  expect(shownModels(['a', 'b c', 'x'.repeat(61), 'd\u202Ee', 'f'])).toBe('a, f');
  expect(shownModels(Array.from({ length: 30 }, (_, at) => `m${at}`)).split(', ')).toHaveLength(8);
});

test('what is not known is asked for, one after another', () => {
  const nothing = { baseUrl: null, model: null, apiKey: null };
  expect(stepOf(nothing)).toBe('address');
  expect(stepOf({ ...nothing, baseUrl: 'https://a.example' })).toBe('model');
  expect(stepOf({ ...nothing, baseUrl: 'https://a.example', apiKey: 'k' })).toBe('model');
  expect(stepOf({ baseUrl: 'https://a.example', model: 'm', apiKey: null })).toBe('key');
  expect(stepOf({ baseUrl: 'https://a.example', model: 'm', apiKey: 'k' })).toBe('test');
  expect(hostOf('https://a.example:8443/v1')).toBe('a.example:8443');
});

test('only faults that stay are told', () => {
  expect(brokenBy('rejected-key')).toBe('rejected-key');
  for (const passing of ['down', 'deadline', 'flooded', 'unreachable', 'junk', null] as const) {
    expect(brokenBy(passing)).toBeNull();
  }
});

describe('a button', () => {
  test('is read back as it was written', () => {
    const id = 7 as OwnKeyId;
    const taps: OwnKeyTap[] = [
      { do: 'open' },
      { do: 'new' },
      { do: 'begin', choice: 'groq' },
      { do: 'begin', choice: 'other' },
      { do: 'test', id },
      { do: 'delete', id },
    ];
    for (const tap of taps) expect(readTapData(tapData(tap))).toEqual(tap);
  });

  test('with any other data means nothing', () => {
    for (const data of ['ow:', 'ow:test', 'ow:test:0', 'ow:test:1:2', 'ow:drop:1', 'ow:back']) {
      expect(readTapData(data)).toBeNull();
    }
  });
});
