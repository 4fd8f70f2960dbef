import type { Chart } from '../rules/drawing.ts';
import { fontFamily, margin } from './frame.ts';
import type { Palette } from './palette.ts';

/** What echarts draws, without the texts around it. */
export type ChartOption = Record<string, unknown>;

const labelSize = 30;

/** Columns side by side or on each other, or areas where there are too many days for columns. `below`: free at the bottom. */
export function dayChart(
  chart: Extract<Chart, { kind: 'columns' | 'areas' | 'stacks' }>,
  { top, below = 0 }: { readonly top: number; readonly below?: number },
  palette: Palette,
  language: string,
): ChartOption {
  const numbers = new Intl.NumberFormat(language, {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const few = chart.labels.length <= 7;
  const isStack = chart.kind === 'stacks';
  const round = isStack ? 0 : few ? 8 : 4;
  return {
    grid: gridBelow(top, below),
    xAxis: labelsBelow(chart.labels, palette, chart.kind === 'areas'),
    yAxis: {
      type: 'value',
      splitNumber: 3,
      minInterval: 1,
      axisLabel: { ...label(palette), formatter: (value: number) => numbers.format(value) },
      splitLine: { lineStyle: { color: palette.grid, width: 2 } },
    },
    series: chart.series.map(({ tone, values }) =>
      chart.kind !== 'areas'
        ? {
            type: 'bar',
            data: values,
            ...(isStack && { stack: 'all' }),
            barGap: '12%',
            barCategoryGap: few ? '32%' : '24%',
            barMaxWidth: 72,
            itemStyle: {
              color: palette.tones[tone],
              borderRadius: [round, round, 0, 0],
            },
          }
        : {
            type: 'line',
            data: values,
            symbol: 'none',
            smooth: 0.25,
            smoothMonotone: 'x',
            lineStyle: { color: palette.tones[tone], width: 5 },
            areaStyle: { color: palette.tones[tone], opacity: 0.14 },
          },
    ),
  };
}

/** Waits on a scale of durations: a band from the middle one up to what nine of ten stay below. */
export function waitChart(
  chart: Extract<Chart, { kind: 'waits' }>,
  top: number,
  palette: Palette,
): ChartOption {
  const labels = new Map(chart.ticks.map(({ at, label }) => [at, label]));
  const at = chart.ticks.map((tick) => tick.at);
  const [lowest = 1, highest = 10] = [at[0], at.at(-1)];
  // What is shorter than the lowest mark stands on the line.
  const onScale = (value: number | null) => value && Math.max(value, lowest);
  const line = (values: readonly (number | null)[], color: string) => ({
    type: 'line',
    data: values.map(onScale),
    connectNulls: true,
    symbol: 'circle',
    symbolSize: chart.labels.length <= 15 ? 16 : chart.labels.length <= 60 ? 10 : 6,
    lineStyle: { color, width: 5 },
    itemStyle: { color },
  });
  return {
    grid: gridBelow(top),
    xAxis: labelsBelow(chart.labels, palette, false),
    yAxis: {
      type: 'log',
      min: lowest,
      max: highest,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        ...label(palette),
        customValues: at,
        formatter: (value: number) => labels.get(Math.round(value)) ?? '',
      },
    },
    series: [
      {
        ...line(chart.p90, palette.tones.slow),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: palette.grid, width: 2, type: 'solid' },
          data: at.map((yAxis) => ({ yAxis })),
          z: 0,
        },
      },
      line(chart.median, palette.tones.answers),
    ],
  };
}

function gridBelow(top: number, below = 0): object {
  return {
    left: margin,
    right: margin,
    top,
    bottom: margin + below,
    outerBoundsMode: 'same',
    outerBoundsContain: 'axisLabel',
  };
}

function labelsBelow(labels: readonly string[], palette: Palette, edgeToEdge: boolean): object {
  return {
    type: 'category',
    data: labels.map((_, index) => index),
    boundaryGap: !edgeToEdge,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.grid, width: 2 } },
    axisLabel: {
      ...label(palette),
      interval: 0,
      margin: 18,
      hideOverlap: false,
      formatter: (_: string, index: number) => labels[index] ?? '',
    },
  };
}

function label(palette: Palette): object {
  return { color: palette.muted, fontSize: labelSize, fontFamily };
}
