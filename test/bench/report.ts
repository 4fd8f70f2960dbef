import { availableParallelism, cpus, totalmem } from 'node:os';
import type { JudgedFigure, Target } from './measurement.ts';

/** The machine that a run was made on. */
export function machine(): Record<string, string | number> {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}

/** The figures as a table for people. */
export function table(figures: readonly JudgedFigure[]): string {
  const rows = figures.map((figure) => [
    figure.met ? 'met' : 'MISSED',
    figure.title,
    `${rounded(figure.value)} ${figure.unit}`,
    figure.baseline === null ? '' : rounded(figure.baseline),
    figure.ratio === null ? '' : figure.ratio.toFixed(2),
    targetText(figure.target),
  ]);
  const all = [['', 'what', 'value', 'baseline', 'ratio', 'target'], ...rows];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A target in words. */
export function targetText(target: Target): string {
  const bound = 'atLeast' in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`;
  return target.of === 'ratio' ? `ratio ${bound}` : bound;
}

function rounded(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}
