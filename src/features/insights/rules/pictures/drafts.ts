import {
  type DraftSource,
  draftSources,
  type FactsOf,
  type Outcome,
  outcomes,
} from '../../insight.ts';
import { pointBinDays } from '../bin-days.ts';
import { binStarts } from '../buckets.ts';
import type { Figure } from '../drawing.ts';
import { dayLabels, weekLabels } from '../labels.ts';
import { type Content, perText, sum, type Words } from './words.ts';

const labels = {
  sent: 'insights-drafts-as-was',
  edited: 'insights-drafts-changed',
  dismissed: 'insights-drafts-dismissed',
  'by-hand': 'insights-drafts-by-hand',
} as const satisfies Record<Outcome, string>;

const names = {
  local: 'insights-drafts-local',
  llm: 'insights-drafts-llm',
} as const satisfies Record<DraftSource, string>;

/** Of fewer drafts than these, numbers say more than per cent. */
const leastForShares = 10;
const minuteMs = 60_000;
/** Up to which changed share of a text a change is called how. */
const changes = [
  [0.1, 'insights-drafts-change-words'],
  [0.3, 'insights-drafts-change-little'],
  [0.6, 'insights-drafts-change-much'],
  [1, 'insights-drafts-change-most'],
] as const;

/** What became of drafts, by day and by who made them, and what that is worth. */
export function draftsPicture(facts: FactsOf<'drafts'>, words: Words): Content {
  const { span, formats, t } = words;
  const { bins, bySource } = facts;
  const size = pointBinDays(span);
  const starts = binStarts(span.dayStarts, size);
  const countOf = (outcome: Outcome) =>
    sum(draftSources.map((source) => bySource[source][outcome]));
  const all = sum(outcomes.map(countOf));
  const figureOf = (outcome: Outcome): Figure => {
    const count = countOf(outcome);
    const value = all < leastForShares ? formats.number(count) : formats.percent(count / all);
    return { value, label: t(labels[outcome]), tone: outcome };
  };
  return {
    figures: [
      figureOf('sent'),
      figureOf('edited'),
      {
        value: `~${formats.work(facts.savedMs)}`,
        label: t('insights-drafts-saved'),
        tone: 'plain',
      },
      figureOf('dismissed'),
      figureOf('by-hand'),
      { value: formats.number(all), label: t('insights-drafts', { count: all }), tone: 'plain' },
    ],
    chart: {
      kind: 'stacks',
      labels: size === 1 ? dayLabels(starts, formats) : weekLabels(starts, formats),
      series: outcomes.map((outcome) => ({
        tone: outcome,
        values: bins.map((bin) => bin[outcome]),
      })),
      rows: draftSources.flatMap((source) => {
        const of = sum(outcomes.map((outcome) => bySource[source][outcome]));
        const sent = bySource[source].sent + bySource[source].edited;
        const share = of < leastForShares ? formats.number(sent) : formats.percent(sent / of);
        if (of === 0) return [];
        return [
          {
            name: t(names[source]),
            text: t('insights-drafts-row', { share, count: formats.number(of) }),
            parts: outcomes.map((outcome) => ({ tone: outcome, value: bySource[source][outcome] })),
          },
        ];
      }),
    },
    lines: [...changeLine(facts, words), savedLine(facts, words)],
    remark: perText(size, t),
  };
}

function changeLine({ changed }: FactsOf<'drafts'>, { formats, t }: Words): string[] {
  const [, key] = changes.find(([most]) => changed !== null && changed <= most) ?? [];
  return changed === null || key === undefined
    ? []
    : [t(key, { percent: formats.percent(changed) })];
}

function savedLine({ savedMs }: FactsOf<'drafts'>, { formats, t }: Words): string {
  return savedMs < minuteMs
    ? t('insights-drafts-saved-nothing')
    : t('insights-drafts-saved-how', { time: formats.work(savedMs) });
}
