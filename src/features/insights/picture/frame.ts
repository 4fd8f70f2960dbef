import type { Drawing } from '../rules/drawing.ts';
import type { Palette } from './palette.ts';

/** A picture is a square: all of it stands on a phone without scrolling. In pixels. */
export const side = 1080;
/** Free on all sides. */
export const margin = 64;
/** The font of everything, at both its weights. */
export const fontFamily = 'Noto Sans';

/** A text in the picture, in place by its left (or right) top corner. */
export interface PlacedText {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly silent: true;
  readonly style: {
    readonly text: string;
    readonly fill: string;
    readonly fontFamily: string;
    readonly fontSize: number;
    readonly fontWeight: 400 | 600;
    readonly textAlign: 'left' | 'right';
    readonly textVerticalAlign: 'top' | 'middle';
  };
}

/** How a text is placed. */
export interface TextStyle {
  readonly size: number;
  readonly color: string;
  readonly strong?: boolean;
  readonly right?: boolean;
  readonly middle?: boolean;
}

/** Places a text. It is drawn as it is: no templates, no markup. */
export function placedText(text: string, x: number, y: number, style: TextStyle): PlacedText {
  return {
    type: 'text',
    x,
    y,
    silent: true,
    style: {
      text,
      fill: style.color,
      fontFamily,
      fontSize: style.size,
      fontWeight: style.strong ? 600 : 400,
      textAlign: style.right ? 'right' : 'left',
      textVerticalAlign: style.middle ? 'middle' : 'top',
    },
  };
}

const titleSize = 54;
const figureSize = 70;
const figureLabelSize = 30;
/** More than these stand in two rows. */
const mostInRow = 4;
const figureHeight = 152;
/** What one character takes of its size on average in this font, at the stronger weight. */
export const averageWidth = 0.58;

/** Title, days and figures, and where the chart may begin below them. */
export function frameOf(drawing: Drawing, palette: Palette): { texts: PlacedText[]; top: number } {
  const width = side - 2 * margin;
  const texts = [
    placedText(drawing.title, margin, margin - 8, {
      size: fitting(drawing.title, titleSize, width),
      color: palette.text,
      strong: true,
    }),
    placedText(drawing.subtitle, margin, margin + 66, {
      size: fitting(drawing.subtitle, 32, width),
      color: palette.muted,
    }),
  ];
  const { figures } = drawing;
  if (figures.length === 0) return { texts, top: 216 };
  const columns = figures.length > mostInRow ? Math.ceil(figures.length / 2) : figures.length;
  const column = width / columns;
  // One size for all of them, so that they stand on one line.
  const sizeOf = (shown: readonly string[], size: number) =>
    Math.min(...shown.map((text) => fitting(text, size, column - 24)));
  const valueSize = sizeOf(
    figures.map(({ value }) => value),
    figureSize,
  );
  const labelSize = sizeOf(
    figures.map(({ label }) => label),
    figureLabelSize,
  );
  for (const [index, figure] of figures.entries()) {
    const x = margin + (index % columns) * column;
    const y = 200 + Math.floor(index / columns) * figureHeight;
    const color = figure.tone === 'plain' ? palette.text : palette.tones[figure.tone];
    texts.push(
      placedText(figure.value, x, y, { size: valueSize, color, strong: true }),
      placedText(figure.label, x, y + 8 + valueSize * 1.2, {
        size: labelSize,
        color: palette.muted,
      }),
    );
  }
  return { texts, top: 376 + (figures.length > columns ? figureHeight : 0) };
}

/** The size at which a text has room, at most `size`. */
export function fitting(text: string, size: number, width: number): number {
  return Math.min(size, Math.floor(width / (Math.max(1, text.length) * averageWidth)));
}
