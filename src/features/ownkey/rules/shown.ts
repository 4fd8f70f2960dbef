import type { AskedKey, KeyStep } from '../own-key.ts';

/** A key as people see it: its end, four characters at most and never more than a quarter of it. */
export function shownKey(apiKey: string): string {
  const shown = Math.min(4, Math.floor(apiKey.length / 4));
  return `…${apiKey.slice(apiKey.length - shown)}`;
}

/** The host of a base URL, with a port where that is not the usual one. */
export function hostOf(baseUrl: string): string {
  return new URL(baseUrl).host;
}

/** Models that an endpoint says it has, as a list for people: a few, and only names that look like some. */
export function shownModels(models: readonly string[]): string {
  const named = models.filter((model) => /^[\x21-\x7e]{1,60}$/u.test(model));
  return named.slice(0, 8).join(', ');
}

/** What is asked for next. */
export function stepOf({ baseUrl, model, apiKey }: Omit<AskedKey, 'id' | 'openUntil'>): KeyStep {
  if (baseUrl === null) return 'address';
  if (model === null) return 'model';
  return apiKey === null ? 'key' : 'test';
}
