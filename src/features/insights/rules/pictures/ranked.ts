import { stageName } from '#src/features/activity/index.ts';
import type { FactsOf } from '../../insight.ts';
import { drawable, drawnName, shortened } from '../drawn-name.ts';
import type { Bar } from '../drawing.ts';
import { type Content, sum, type Words } from './words.ts';

/** Sources that have a bar of their own; the others share one. */
const mostSources = 6;

/** How many fans are in each stage. */
export function stagesPicture({ stages }: FactsOf<'stages'>, { span, formats, t }: Words): Content {
  return {
    figures: [],
    chart: {
      kind: 'bars',
      bars: stages.map(({ stage, count, entered }) => ({
        name: drawable(stageName(stage, t)),
        value: count,
        text: formats.number(count),
        note: entered > 0 ? t('insights-entered', { count: entered }) : '',
        tone: stage,
      })),
    },
    ...(span.isAll ? {} : { remark: t('insights-entered-remark') }),
  };
}

/** Who writes most. Names that the font lacks are listed in words. */
export function topPicture({ fans }: FactsOf<'top'>, { formats }: Words): Content {
  const names = fans.map((fan, index) => drawnName(fan, index + 1));
  return {
    figures: [],
    chart: {
      kind: 'bars',
      bars: fans.map((fan, index) => ({
        name: names[index]?.drawn ?? '',
        value: fan.count,
        text: formats.number(fan.count),
        note: '',
        tone: 'from',
      })),
    },
    lines: names.flatMap(({ drawn, spelt }) => (spelt === null ? [] : [`${drawn}: ${spelt}`])),
  };
}

/** By which links new fans came. */
export function sourcesPicture({ sources }: FactsOf<'sources'>, { formats, t }: Words): Content {
  const all = sum(sources.map(({ count }) => count));
  const bar = (name: string, value: number, tone: Bar['tone']): Bar => ({
    name,
    value,
    text: formats.number(value),
    note: formats.percent(value / all),
    tone,
  });
  const tagged = sources.flatMap(({ source, count }) => (source === null ? [] : { source, count }));
  const others = sum(tagged.slice(mostSources).map(({ count }) => count));
  const untagged = all - sum(tagged.map(({ count }) => count));
  return {
    figures: [],
    chart: {
      kind: 'bars',
      bars: [
        ...tagged
          .slice(0, mostSources)
          .map(({ source, count }) => bar(shortened(source), count, 'fans')),
        ...(others > 0 ? [bar(t('insights-other-sources'), others, 'plain')] : []),
        ...(untagged > 0 ? [bar(t('insights-no-source'), untagged, 'plain')] : []),
      ],
    },
  };
}
