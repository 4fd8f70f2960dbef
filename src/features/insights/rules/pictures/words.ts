import type { Translate } from '#src/core/texts.ts';
import type { Span } from '../../insight.ts';
import type { Chart, Figure } from '../drawing.ts';
import type { Formats } from '../formats.ts';

/** What every picture is written with. */
export interface Words {
  readonly span: Span;
  readonly t: Translate;
  readonly formats: Formats;
  /** The city of the creator's time zone. */
  readonly city: string;
}

/** A picture's own part; title and days are the same for all. */
export interface Content {
  readonly figures: readonly Figure[];
  readonly chart: Chart;
  /** Lines below the sentence that says what to notice. */
  readonly lines?: readonly string[];
  /** Stands behind the days below the title. */
  readonly remark?: string;
}

/** How many days one point or column stands for, in words. */
export function perText(days: number, t: Translate): string {
  if (days === 1) return t('insights-per-day');
  return days === 7 ? t('insights-per-week') : t('insights-per-four-weeks');
}

/** The sum of these numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
