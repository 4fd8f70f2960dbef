/** What a figure must reach: its ratio to the baseline, or its plain value; at least, or at most, this much. */
export type Target =
  | { readonly of: 'ratio' | 'value'; readonly atLeast: number }
  | { readonly of: 'ratio' | 'value'; readonly atMost: number };

/** One number that a measurement found. */
export interface Figure {
  /** Unique among all figures, as `measurement` or `measurement/what`. */
  readonly name: string;
  /** What it is, in a few words for the table. */
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is compared with, measured in the same run; null when nothing is. */
  readonly baseline: number | null;
  readonly target: Target;
}

/** A figure with its verdict, as `--json` prints it. */
export interface JudgedFigure extends Figure {
  /** value / baseline; null without a baseline. */
  readonly ratio: number | null;
  readonly met: boolean;
}

/** `full`: as the numbers are published. `tiny`: a second or so, to see that the measurement works. */
export type Scale = 'full' | 'tiny';

/** One measurement, which may find several figures. Everything it starts it also ends. */
export interface Measurement {
  /** What `--only` takes. */
  readonly name: string;
  run(scale: Scale, tell: (progress: string) => void): Promise<readonly Figure[]>;
}

/** Says whether a figure reached its target. */
export function judge(figure: Figure): JudgedFigure {
  const { value, baseline, target } = figure;
  const ratio = baseline === null ? null : value / baseline;
  const judged = target.of === 'ratio' ? (ratio ?? Number.NaN) : value;
  const met = 'atLeast' in target ? judged >= target.atLeast : judged <= target.atMost;
  return { ...figure, ratio, met };
}
