import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { unreachable } from '#src/core/result.ts';
import type { Drawing } from '../rules/drawing.ts';
import { type ChartOption, dayChart, waitChart } from './axis-charts.ts';
import { barRows } from './bar-rows.ts';
import { averageWidth, fontFamily, frameOf, side } from './frame.ts';
import { heatChart } from './heat-chart.ts';
import { heightOfRows, partRows } from './part-rows.ts';
import { type Palette, palettes } from './palette.ts';

use([
  BarChart,
  LineChart,
  HeatmapChart,
  GridComponent,
  GraphicComponent,
  MarkLineComponent,
  VisualMapComponent,
  SVGRenderer,
]);

// Without a canvas echarts guesses how long texts are, by another font; the height of a line it takes from a wide sign.
setPlatformAPI({
  measureText(text, font) {
    const size = Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12);
    return { width: text === '国' ? size : text.length * averageWidth * size };
  },
});

/** Draws a picture as SVG. */
export function toSvg(drawing: Drawing): string {
  const palette = palettes[drawing.theme];
  const { texts, top } = frameOf(drawing, palette);
  const { chart } = drawing;
  const rows =
    chart.kind === 'bars'
      ? barRows(chart.bars, top, palette)
      : chart.kind === 'stacks'
        ? partRows(chart.rows, palette)
        : [];
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width: side, height: side });
  try {
    canvas.setOption({
      animation: false,
      backgroundColor: palette.background,
      textStyle: { fontFamily },
      ...optionOf(drawing, top, palette),
      graphic: { elements: [...texts, ...rows] },
    });
    return canvas.renderToSVGString();
  } finally {
    canvas.dispose();
  }
}

function optionOf({ chart, language }: Drawing, top: number, palette: Palette): ChartOption {
  switch (chart.kind) {
    case 'columns':
    case 'areas':
      return dayChart(chart, { top }, palette, language);
    case 'stacks':
      return dayChart(chart, { top, below: heightOfRows(chart.rows) }, palette, language);
    case 'waits':
      return waitChart(chart, top, palette);
    case 'heat':
      return heatChart(chart, top, palette);
    case 'bars':
      return {};
    default:
      return unreachable(chart);
  }
}
