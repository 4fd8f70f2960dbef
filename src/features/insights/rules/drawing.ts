import type { Stage } from '#src/features/activity/index.ts';
import type { Outcome } from '../insight.ts';

/** Light on dark, or dark on light. */
export type PictureTheme = 'light' | 'dark';

/** What a colour stands for; the palette says which it is. */
export type Tone = 'from' | 'to' | 'fans' | 'answers' | 'slow' | 'plain' | Outcome | Stage;

/** A number above the chart. Coloured ones are the chart's legend. */
export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly tone: Tone;
}

/** A row of a bar chart. Texts are drawn as they are, so they hold only what the font has. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** Beside the name, smaller; may be empty. */
  readonly note: string;
  readonly tone: Tone;
}

/** What is drawn below the figures. `labels` stand below the columns; an empty one leaves its place free. */
export type Chart =
  | {
      readonly kind: 'columns' | 'areas';
      readonly labels: readonly string[];
      readonly series: readonly { readonly tone: Tone; readonly values: readonly number[] }[];
    }
  | {
      /** Columns of parts that stand on each other, and below them bars of full length, divided alike. */
      readonly kind: 'stacks';
      readonly labels: readonly string[];
      readonly series: readonly { readonly tone: Tone; readonly values: readonly number[] }[];
      readonly rows: readonly {
        readonly name: string;
        readonly text: string;
        readonly parts: readonly { readonly tone: Tone; readonly value: number }[];
      }[];
    }
  | {
      /** Durations in ms on a scale on which each step is a few times the one before. */
      readonly kind: 'waits';
      readonly labels: readonly string[];
      readonly median: readonly (number | null)[];
      readonly p90: readonly (number | null)[];
      readonly ticks: readonly { readonly at: number; readonly label: string }[];
    }
  | {
      readonly kind: 'heat';
      readonly rows: readonly string[];
      readonly columns: readonly string[];
      /** By row, then by column. */
      readonly values: readonly (readonly number[])[];
    }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[] };

/** A picture in words and numbers, ready to be drawn: plain data, so that it may go to another thread. */
export interface Drawing {
  readonly theme: PictureTheme;
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly figures: readonly Figure[];
  readonly chart: Chart;
}
