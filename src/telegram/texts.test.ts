import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createTexts, nearestLanguage } from '#src/telegram/texts.ts';

const sourceFolder = fileURLToPath(new URL('../', import.meta.url));
const texts = createTexts();
const [english, ...others] = texts.languages;

describe('texts', () => {
  test('there are English, German, Spanish and Russian, English first', () => {
    expect(texts.languages).toEqual(['en', 'de', 'es', 'ru']);
  });

  test('a regional tag finds its language, an unknown one English', () => {
    expect(nearestLanguage(texts.languages, 'de-AT')).toBe('de');
    expect(nearestLanguage(texts.languages, 'ES_mx')).toBe('es');
    expect(nearestLanguage(texts.languages, 'tlh')).toBeUndefined();
    expect(texts.for('tlh')('button-back')).toBe(texts.for('en')('button-back'));
    expect(texts.for(null)('button-back')).toBe('Back');
  });

  test('a key that does not exist is a bug, not something to show', () => {
    expect(() => texts.for('de')('no-such-key')).toThrow(/no text with the key/);
  });

  test('values are put in as they are, without direction marks', () => {
    expect(texts.for('en')('desk-is-now', { desk: '{ $x } <b>' })).toBe(
      'Fans’ messages arrive in { $x } <b>.',
    );
  });

  test('no key is defined twice in a language', () => {
    for (const language of texts.languages) {
      const keys = messagesOf(language).map(({ key }) => key);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    }
  });

  test.each(others)('%s has exactly the keys and placeholders of English', (language) => {
    expect(placeholdersByKey(language)).toEqual(placeholdersByKey(english ?? ''));
  });

  test('the words that people and tools learn stay English everywhere', () => {
    const words = [
      'Draft',
      'Card',
      'Done',
      'Note',
      'Tag',
      'Snooze',
      'Next',
      'Send',
      'Edit',
      'Retry',
    ];
    // What a segment asks about is a word like others, not the button of that name.
    const learnt = messagesOf('en').filter(
      ({ key, body }) => words.includes(body) && key !== 'segments-kind-tag',
    );
    for (const { key, body } of learnt) {
      for (const language of others) expect([key, texts.for(language)(key)]).toEqual([key, body]);
    }
  });

  test('every key that the code names exists, and every key is named by the code', () => {
    const known = new Set(messagesOf('en').map(({ key }) => key));
    const code = codeFiles()
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const asked = [...code.matchAll(/\b(?:t|translate)\(\s*'([^']+)'/g)].map((match) => match[1]);
    const literals = new Set([...code.matchAll(/'([a-z][a-z0-9-]*)'/g)].map((match) => match[1]));
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !known.has(key ?? ''))).toEqual([]);
    expect([...known].filter((key) => !literals.has(key))).toEqual([]);
  });

  test('every placeholder of a text is given where the code asks for it', () => {
    const wanted = placeholdersByKey('en');
    const calls = codeFiles().flatMap((path) => [
      ...readFileSync(path, 'utf8').matchAll(
        /\b(?:t|translate)\(\s*'([^']+)'(?:,\s*\{([^}]*)\})?\s*\)/g,
      ),
    ]);
    const lacking = calls.flatMap(([, key = '', given = '']) => {
      const names = [...given.matchAll(/(?:^|,)\s*(\w+)(?=\s*[:,]|\s*$)/g)].map(
        (match) => match[1],
      );
      const missing = (wanted[key] ?? []).filter((name) => !names.includes(name));
      return missing.length > 0 ? [`${key}: ${missing.join(', ')}`] : [];
    });
    expect(calls.length).toBeGreaterThan(50);
    expect(lacking).toEqual([]);
  });

  test('keys are named in full, so that they can be checked', () => {
    const offenders = codeFiles().filter((path) =>
      /\b(?:t|translate)\(\s*`/.test(readFileSync(path, 'utf8')),
    );
    expect(offenders).toEqual([]);
  });
});

interface Message {
  readonly key: string;
  readonly body: string;
}

/** The messages of a language, read without the library: `key = …` and the indented lines that follow. */
function messagesOf(language: string): Message[] {
  const folder = `${sourceFolder}locales/${language}`;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .flatMap((name) =>
      readFileSync(`${folder}/${name}`, 'utf8')
        .split(/^(?=[A-Za-z])/m)
        .flatMap((block) => {
          const match = /^([A-Za-z][\w-]*) *=([^]*?)(?=^[#}]|(?![^]))/m.exec(block);
          return match ? [{ key: match[1] ?? '', body: (match[2] ?? '').trim() }] : [];
        }),
    );
}

function placeholdersByKey(language: string): Record<string, string[]> {
  return Object.fromEntries(
    messagesOf(language).map(({ key, body }) => [
      key,
      [...new Set([...body.matchAll(/\$([\w-]+)/g)].map((match) => match[1] ?? ''))].sort(),
    ]),
  );
}

function codeFiles(): string[] {
  return readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${sourceFolder}${name}`);
}
