import type { FactsOf } from '../../insight.ts';
import { pointBinDays } from '../bin-days.ts';
import { binStarts } from '../buckets.ts';
import { dayLabels, weekLabels } from '../labels.ts';
import { type Content, perText, type Words } from './words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Durations that people think in, each a few times the one before. */
const scale = [
  minuteMs / 6,
  minuteMs,
  5 * minuteMs,
  20 * minuteMs,
  hourMs,
  4 * hourMs,
  dayMs,
  4 * dayMs,
  14 * dayMs,
  60 * dayMs,
  365 * dayMs,
];

/** How long fans wait for an answer: the middle of all waits, and what nine of ten stay below. */
export function answersPicture(facts: FactsOf<'answers'>, { span, formats, t }: Words): Content {
  const { median, p90, count } = facts.whole;
  const size = pointBinDays(span);
  const starts = binStarts(span.dayStarts, size);
  const labels = size === 1 ? dayLabels(starts, formats) : weekLabels(starts, formats);
  return {
    figures: [
      { value: formats.wait(median ?? 0), label: t('insights-half-within'), tone: 'answers' },
      { value: formats.wait(p90 ?? 0), label: t('insights-most-within'), tone: 'slow' },
      { value: formats.number(count), label: t('insights-answers', { count }), tone: 'plain' },
    ],
    chart: {
      kind: 'waits',
      labels,
      median: facts.bins.map((bin) => bin.median),
      p90: facts.bins.map((bin) => bin.p90),
      ticks: ticksFor(facts.bins.flatMap((bin) => [bin.median ?? [], bin.p90 ?? []].flat())).map(
        (at) => ({ at, label: formats.wait(at) }),
      ),
    },
    remark: perText(size, t),
  };
}

/** The marks of the scale from just below the shortest wait to just above the longest; at least two. */
export function ticksFor(waits: readonly number[]): number[] {
  const [shortest, longest] = [Math.min(...waits), Math.max(...waits)];
  const below = scale.findLastIndex((at) => at <= shortest);
  const above = scale.findIndex((at) => at >= longest);
  const first = Math.max(0, below);
  const last = above < 0 ? scale.length - 1 : Math.max(above, first + 1);
  return scale.slice(first, last + 1);
}
