import type { DraftSource, FactsOf, Outcome, Outcomes } from '../insight.ts';
import { waitsOf } from './waits.ts';

/** A draft that was shown and is over. */
export interface EndedDraft {
  /** Epoch ms. */
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly source: DraftSource;
  /** Characters of it that were sent; null: nothing was, or nobody counted. */
  readonly kept: number | null;
  /** How far what was sent is from what was offered, 0 to 1; null: nothing was sent. */
  readonly distance: number | null;
  /** Characters of all that it offered. */
  readonly offered: number;
}

/**
 * How fast people type on phones: 36.2 words a minute on average, a word being five characters (Palin et al., How do People
 * Type on Mobile Devices?, MobileHCI 2019; 37,370 people).
 */
const typedPerMinute = 36.2 * 5;

/**
 * How fast people read silently: 238 words a minute (Brysbaert, How many words do we read per minute?, 2019; 190 studies).
 * Counted with the same short words, so that the reading rather takes too long than too short.
 */
const readPerMinute = 238 * 5;

const minuteMs = 60_000;

/**
 * An estimate of the time that drafts saved, in ms, and meant to be rather too low: what was sent of a draft did not have to be
 * typed, and everything that was offered had to be read, whether it was used or not. To think of an answer takes time, too, but
 * nobody knows how much, so it does not count; nor does writing what was changed. No draft saves more than the usual wait of
 * a fan (`usualWaitMs`, the median; null: unknown), in which by hand the whole answer is written. Scripts that say more with
 * a character take longer for each than is assumed.
 */
export function savedMs(drafts: readonly EndedDraft[], usualWaitMs: number | null): number {
  const most = usualWaitMs ?? Number.POSITIVE_INFINITY;
  const saved = drafts.reduce((sum, { kept, offered }) => {
    const typing = Math.min(((kept ?? 0) / typedPerMinute) * minuteMs, most);
    return sum + typing - (offered / readPerMinute) * minuteMs;
  }, 0);
  return Math.max(0, Math.round(saved));
}

/** What drafts came to in the days that begin with `starts` (the last is their end). */
export function draftWorth(
  drafts: readonly EndedDraft[],
  starts: readonly number[],
  usualWaitMs: number | null,
): Omit<FactsOf<'drafts'>, 'picture'> {
  const binOf = ({ endedAt }: EndedDraft) => starts.findLastIndex((start) => start <= endedAt);
  const byBin = Map.groupBy(drafts, binOf);
  const from = (wanted: DraftSource) => drafts.filter(({ source }) => source === wanted);
  const changes = drafts.flatMap(({ outcome, distance }) =>
    outcome === 'edited' && distance !== null ? [distance] : [],
  );
  return {
    bins: starts.slice(0, -1).map((_, index) => countOutcomes(byBin.get(index) ?? [])),
    bySource: { local: countOutcomes(from('local')), llm: countOutcomes(from('llm')) },
    changed: waitsOf(changes).median,
    savedMs: savedMs(drafts, usualWaitMs),
  };
}

function countOutcomes(drafts: readonly EndedDraft[]): Outcomes {
  const counts: Record<Outcome, number> = { sent: 0, edited: 0, dismissed: 0, 'by-hand': 0 };
  for (const { outcome } of drafts) counts[outcome] += 1;
  return counts;
}
