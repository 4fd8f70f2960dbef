import type { AppFeature } from '#src/features/feature.ts';
import { findKind, indexKind } from './jobs.ts';
import { handlers } from './telegram/handlers.ts';

export { findHits } from './queries/find-hits.ts';
export { fold } from './rules/fold.ts';
export { nameWords, typedNameWords } from './rules/names.ts';
export { pairsOf, runsOf } from './rules/words.ts';
export { nowCalled } from './services/now-called.ts';
export { mostFans, resolveFan } from './services/resolve-fan.ts';
export { catchUp, searchReader } from './services/index-texts.ts';
export type {
  SearchNameTable,
  SearchQueryTable,
  SearchSpellingTable,
  SearchStaleTable,
} from './tables.ts';

/** Finds words in whatever was said or written down, and fans by name: `/search`. */
export const searchFeature: AppFeature = {
  name: 'search',
  forDesk: true,
  handlers,
  jobKinds: [findKind, indexKind],
};
