import type { Chart } from '../rules/drawing.ts';
import type { ChartOption } from './axis-charts.ts';
import { fontFamily, margin } from './frame.ts';
import type { Palette } from './palette.ts';

const labelSize = 30;
const gap = 5;

/** A cell for each row and column, darker where there is more. */
export function heatChart(
  chart: Extract<Chart, { kind: 'heat' }>,
  top: number,
  palette: Palette,
): ChartOption {
  const label = { color: palette.muted, fontSize: labelSize, fontFamily };
  const bare = { axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: false } };
  const cells = chart.values.flatMap((row, y) => row.map((value, x) => [x, y, value] as const));
  const most = Math.max(1, ...cells.map(([, , value]) => value));
  return {
    grid: { left: margin + 90, right: margin - gap, top, bottom: margin + 48 },
    xAxis: {
      type: 'category',
      data: chart.columns.map((_, index) => index),
      ...bare,
      axisLabel: {
        ...label,
        interval: 0,
        margin: 16,
        align: 'left',
        padding: [0, 0, 0, -16],
        formatter: (_: string, index: number) => chart.columns[index] ?? '',
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.rows.map((_, index) => index),
      ...bare,
      axisLabel: {
        ...label,
        align: 'left',
        margin: 90,
        formatter: (_: string, index: number) => chart.rows[index] ?? '',
      },
    },
    // A square root, so that one busy evening does not make all other hours look empty.
    visualMap: { show: false, min: 0, max: Math.sqrt(most), inRange: { color: palette.heat } },
    series: [
      {
        type: 'heatmap',
        data: cells.map(([x, y, value]) => [x, y, Math.sqrt(value)]),
        itemStyle: { borderColor: palette.background, borderWidth: gap, borderRadius: 10 },
      },
    ],
  };
}
