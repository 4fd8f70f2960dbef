import type { Bar } from '../rules/drawing.ts';
import { fitting, margin, placedText, side } from './frame.ts';
import type { Palette } from './palette.ts';

/** Rows at most of this height (px), so that few of them do not look lost. */
const highest = 168;

/** A rounded bar. */
export interface PlacedBar {
  readonly type: 'rect';
  readonly silent: true;
  readonly shape: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly r: number;
  };
  readonly style: { readonly fill: string };
}

/** One row for each bar: its name and number above it, the bar on a track of full length. */
export function barRows(
  bars: readonly Bar[],
  top: number,
  palette: Palette,
): (PlacedBar | ReturnType<typeof placedText>)[] {
  const width = side - 2 * margin;
  const right = margin + width;
  const row = Math.min(highest, (side - margin - top + 24) / Math.max(1, bars.length));
  const size = Math.min(38, Math.floor(row * 0.34));
  const thick = Math.max(18, Math.round(row * 0.2));
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return bars.flatMap((bar, index) => {
    const y = top + index * row;
    const textWidth = bar.text.length * size * 0.62 + 24;
    const place = { x: margin, y: y + size * 1.5, height: thick, r: thick / 2 };
    const long = bar.value === 0 ? 0 : Math.max(thick, (bar.value / most) * width);
    const nameWidth = width - textWidth - (bar.note === '' ? 0 : 180);
    return [
      placedText(bar.name, margin, y, {
        size: fitting(bar.name, size, nameWidth),
        color: palette.text,
      }),
      placedText(bar.text, right, y, { size, color: palette.text, strong: true, right: true }),
      ...(bar.note === ''
        ? []
        : [
            placedText(bar.note, right - textWidth, y + 4, {
              size: Math.round(size * 0.84),
              color: palette.muted,
              right: true,
            }),
          ]),
      rect({ ...place, width }, palette.track),
      ...(long === 0 ? [] : [rect({ ...place, width: long }, palette.tones[bar.tone])]),
    ];
  });
}

/** A bar of this colour. */
export function rect(shape: PlacedBar['shape'], fill: string): PlacedBar {
  return { type: 'rect', silent: true, shape, style: { fill } };
}
