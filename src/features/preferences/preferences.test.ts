import { describe, expect, test } from 'vitest';
import {
  defaultPreferences,
  isPreference,
  readPreference,
} from '#src/features/preferences/preferences.ts';

describe('stored preferences', () => {
  test('what was never chosen has its default', () => {
    expect(readPreference('timeZone', undefined)).toBe('UTC');
    expect(readPreference('greeting', undefined)).toBeNull();
  });

  test('a value comes back as it was stored', () => {
    const greeting = { text: 'Hi', entities: [{ type: 'bold' as const, offset: 0, length: 2 }] };
    expect(readPreference('greeting', JSON.stringify(greeting))).toEqual(greeting);
    expect(readPreference('setUpAt', '12')).toBe(12);
  });

  test('a damaged value falls back instead of stopping the bot', () => {
    expect(readPreference('language', '{')).toBe(defaultPreferences.language);
    expect(readPreference('timeZone', '"Mars/Olympus"')).toBe('UTC');
    expect(readPreference('greeting', '{"text":"Hi","entities":[{"offset":-1}]}')).toBeNull();
  });

  test('a value that could not be read back is refused', () => {
    expect(isPreference('timeZone', 'Mars/Olympus')).toBe(false);
    expect(isPreference('language', 'en; drop')).toBe(false);
    expect(isPreference('timeZone', 'Europe/Kyiv')).toBe(true);
    expect(isPreference('greeting', { text: 'Hi' })).toBe(true);
  });
});
