import { monitorEventLoopDelay } from 'node:perf_hooks';
import { findHits, resolveFan } from '#src/features/search/index.ts';
import type { Figure } from '../../measurement.ts';
import { madeUpLanguages } from '../../support/made-up-words.ts';
import type { TextMaker } from '../../support/made-up-text.ts';
import { median, percentile } from '../../support/stats.ts';
import type { Bed } from './bed.ts';

const rounds = { full: 60, tiny: 1 };

/** What is looked for, by kind: words by how often they are used, the beginnings of words, several words, names. */
function typedTexts(maker: TextMaker, times: number): Record<string, string[]> {
  const each = (make: (language: (typeof madeUpLanguages)[number]) => string) =>
    Array.from({ length: times }, () => madeUpLanguages.map(make)).flat();
  const word = (from: number, to: number) => (language: (typeof madeUpLanguages)[number]) =>
    maker.word(language, from + maker.below(to - from));
  const beginning = (text: string, length: number) => Array.from(text).slice(0, length).join('');
  return {
    rare: each(word(3_000, 6_000)),
    medium: each(word(100, 1_000)),
    common: each(word(0, 30)),
    prefix: each((language) => beginning(word(0, 2_000)(language), 3 + maker.below(2))),
    several: each((language) => `${word(0, 30)(language)} ${word(0, 300)(language)}`),
    names: each((language) => {
      const { first, last } = maker.name(language);
      return `${first} ${beginning(last, 2)}`;
    }),
  };
}

/** Searches as the creator makes them, one after another: each goes to the reading thread and back. */
export async function measureSearch(bed: Bed): Promise<readonly Figure[]> {
  const { storage, tenantId, maker, scale } = bed;
  const read = (text: string) => storage.store.readLong(tenantId, findHits, { text, page: 0 });
  const texts = typedTexts(maker, rounds[scale]);
  // The thread is started and has the file open.
  for (const text of Object.values(texts).flatMap((some) => some.slice(0, 8))) await read(text);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const figures: Figure[] = [];
  for (const [kind, some] of Object.entries(texts)) {
    const took: number[] = [];
    let hits = 0;
    for (const text of some) {
      const start = performance.now();
      hits += (await read(text)).total;
      took.push(performance.now() - start);
    }
    bed.tell(
      `search, ${kind}: p50 ${median(took).toFixed(1)} ms, p99 ${percentile(took, 0.99).toFixed(1)} ms, ${(hits / some.length).toFixed(0)} hits`,
    );
    figures.push({
      name: `know-every-fan/search-${kind}`,
      title: `search, ${kind}, p99`,
      value: percentile(took, 0.99),
      unit: 'ms',
      baseline: null,
      target: { of: 'value', atMost: 30 },
    });
  }
  delay.disable();
  figures.push({
    name: 'know-every-fan/search-delay',
    title: 'event-loop delay during searches, p99',
    value: delay.percentile(99) / 1e6,
    unit: 'ms',
    baseline: null,
    target: { of: 'value', atMost: 20 },
  });
  const took: number[] = [];
  for (const text of texts['names'] ?? []) {
    const start = performance.now();
    await storage.store.read(tenantId, (reader) => resolveFan(reader, text));
    took.push(performance.now() - start);
  }
  figures.push({
    name: 'know-every-fan/resolve-fan',
    title: 'a fan found by beginnings of the name, p99',
    value: percentile(took, 0.99),
    unit: 'ms',
    baseline: null,
    target: { of: 'value', atMost: 10 },
  });
  return figures;
}
