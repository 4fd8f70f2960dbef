import type { Chart } from '../rules/drawing.ts';
import { type PlacedBar, rect } from './bar-rows.ts';
import { averageWidth, fitting, margin, placedText, side } from './frame.ts';
import type { Palette } from './palette.ts';

type Row = Extract<Chart, { kind: 'stacks' }>['rows'][number];

const textSize = 30;
const rowHeight = 96;
/** Free between the chart above and the first row. */
const distance = 36;
const barTop = 46;
const barHeight = 28;
/** Between two parts of a bar. */
const gap = 4;
/** A part that is there is seen, however small it is. */
const leastWidth = 8;

/** How much of the picture's bottom these rows need, in pixels. */
export function heightOfRows(rows: readonly Row[]): number {
  return (
    rows.length * rowHeight + (rows.length > 0 ? distance : 0) - (rowHeight - barTop - barHeight)
  );
}

/** One row for each bar, at the bottom of the picture: its name and number above it, the bar in parts. */
export function partRows(
  rows: readonly Row[],
  palette: Palette,
): (PlacedBar | ReturnType<typeof placedText>)[] {
  const width = side - 2 * margin;
  const first = side - margin - heightOfRows(rows) + distance;
  return rows.flatMap(({ name, text, parts }, index) => {
    const y = first + index * rowHeight;
    const size = fitting(`${name}   ${text}`, textSize, width);
    const nameWidth = width - text.length * size * averageWidth - 24;
    return [
      placedText(name, margin, y, { size: fitting(name, size, nameWidth), color: palette.text }),
      placedText(text, margin + width, y, { size, color: palette.muted, right: true }),
      ...placedParts(parts, width).map(({ tone, at, long }) =>
        rect(
          { x: margin + at, y: y + barTop, width: long, height: barHeight, r: 6 },
          palette.tones[tone],
        ),
      ),
    ];
  });
}

/** Where the parts of a bar begin and how long they are: together as long as the bar. */
function placedParts(parts: Row['parts'], width: number) {
  const shown = parts.filter(({ value }) => value > 0);
  const all = shown.reduce((sum, { value }) => sum + value, 0);
  const room = width - gap * (shown.length - 1) - leastWidth * shown.length;
  let at = 0;
  return shown.map(({ tone, value }) => {
    const placed = { tone, at, long: leastWidth + (value / all) * room };
    at += placed.long + gap;
    return placed;
  });
}
