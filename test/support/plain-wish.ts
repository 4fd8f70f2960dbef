import type { PartsGiven } from '#src/features/drafts/rules/prompt-parts.ts';

/** A first draft in English, with nothing that it must heed. */
export const plainWish: PartsGiven['wish'] = {
  language: 'en',
  today: '2026-11-20',
  change: null,
  problems: [],
  before: [],
  lengths: null,
  romance: false,
};
