import type { FactsOf } from '../../insight.ts';
import { areaBinDays } from '../bin-days.ts';
import { binStarts, sumByStart } from '../buckets.ts';
import type { Chart, Figure, Tone } from '../drawing.ts';
import { dayLabels, weekLabels } from '../labels.ts';
import { changeOf } from '../notice.ts';
import { type Content, perText, sum, type Words } from './words.ts';

/** Messages from fans and to them, day by day. */
export function messagesPicture(facts: FactsOf<'messages'>, words: Words): Content {
  const { formats, t } = words;
  const [from, to] = [sum(facts.from), sum(facts.to)];
  return {
    figures: [
      { value: formats.number(from), label: t('insights-from-fans'), tone: 'from' },
      { value: formats.number(to), label: t('insights-from-you'), tone: 'to' },
      ...changeFigure(from, facts.before.from, words),
    ],
    chart: byDay(
      [
        { tone: 'from', values: facts.from },
        { tone: 'to', values: facts.to },
      ],
      words,
    ),
    remark: perText(areaBinDays(words.span), t),
  };
}

/** Fans who came, day by day. */
export function fansPicture(facts: FactsOf<'fans'>, words: Words): Content {
  const { formats, t } = words;
  const came = sum(facts.came);
  return {
    figures: [
      { value: formats.number(came), label: t('insights-new-fans', { count: came }), tone: 'fans' },
      // Of all time these are the same.
      ...(words.span.isAll
        ? []
        : [
            {
              value: formats.number(facts.all),
              label: t('insights-all-fans', { count: facts.all }),
              tone: 'plain' as const,
            },
          ]),
      ...changeFigure(came, facts.before, words),
    ],
    chart: byDay([{ tone: 'fans', values: facts.came }], words),
    remark: perText(areaBinDays(words.span), t),
  };
}

/** Fewer than these before, and a share would say too much. */
const leastCompared = 10;
/** Columns up to here; more would be too thin, and are drawn as areas. */
const mostColumns = 31;

function changeFigure(now: number, before: number, { formats, t, span }: Words): Figure[] {
  const change = changeOf(now, before, leastCompared);
  if (change === undefined) return [];
  const label = t('insights-against-before', { days: span.days });
  return [{ value: formats.change(change), label, tone: 'plain' }];
}

function byDay(
  series: readonly { tone: Tone; values: readonly number[] }[],
  { span, formats }: Words,
): Chart {
  const days = span.dayStarts.slice(0, -1);
  if (days.length <= mostColumns) {
    const labels = dayLabels(span.dayStarts, formats);
    return { kind: 'columns', labels, series };
  }
  const size = areaBinDays(span);
  if (size === 1) {
    return { kind: 'areas', labels: dayLabels(span.dayStarts, formats), series };
  }
  const starts = binStarts(span.dayStarts, size);
  const summed = series.map(({ tone, values }) => ({
    tone,
    values: sumByStart(
      values.map((count, index) => ({ at: days[index] ?? 0, count })),
      starts,
    ),
  }));
  return { kind: 'areas', labels: weekLabels(starts, formats), series: summed };
}
