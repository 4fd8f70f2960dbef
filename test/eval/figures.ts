import { careOf } from '#src/features/drafts/index.ts';
import { type Figure, type JudgedFigure, judge } from '#test/bench/measurement.ts';
import type { History } from './dialogues/dialogue.ts';
import type { Measured } from './measure-prediction.ts';
import { type ArmSummary, compareChrf, type RetrievalSummary } from './summarize.ts';

/** Names of the arms that the figures speak of. */
export interface FigureArms {
  readonly last: string;
  readonly nearest: string;
  readonly howeverFar: string;
  /** Arms whose texts a person would be shown. */
  readonly shown: readonly string[];
}

/** What was asked of drafts, and whether it was reached. */
export function figuresOf(
  arms: readonly ArmSummary[],
  measured: ReadonlyMap<string, readonly Measured[]>,
  retrieval: RetrievalSummary,
  names: FigureArms,
): JudgedFigure[] {
  const figures: Figure[] = [];
  const { byExamples } = retrieval.all;
  if (byExamples !== null) {
    figures.push(atLeast('hit-at-5', 'hit@5, examples for a prompt', byExamples, 0.8));
  }
  const last = measured.get(names.last) ?? [];
  const nearest = compareChrf(measured.get(names.nearest) ?? [], last).answered;
  const howeverFar = compareChrf(measured.get(names.howeverFar) ?? [], last).all;
  for (const [name, what, [value, baseline]] of [
    ['answered', 'the nearest answer against the last one, where it is offered', nearest],
    ['all', 'the nearest answer, however far, against the last one', howeverFar],
  ] as const) {
    figures.push({
      name: `chrf/${name}`,
      title: `chrF of ${what}`,
      value,
      unit: '',
      baseline,
      target: { of: 'ratio', atLeast: 1.5 },
    });
  }
  for (const arm of arms.filter(({ name }) => names.shown.includes(name))) {
    const { name, inLanguage, invented, leaks } = arm;
    if (inLanguage !== null) {
      figures.push(atLeast(`language/${name}`, `language match, ${name}`, inLanguage, 0.99));
    }
    figures.push(none(`invented/${name}`, `drafts with something invented, ${name}`, invented));
    figures.push(none(`leaks/${name}`, `drafts with what other fans said, ${name}`, leaks));
  }
  return figures.map(judge);
}

/** How well signs that ask for care are seen, in all that fans wrote: of those planted, and of all other messages. */
export function careSeen(histories: readonly History[]): {
  readonly planted: number;
  readonly seen: number;
  readonly others: number;
  readonly falseAlarms: number;
} {
  const all = histories.flatMap(({ exchanges }) => exchanges);
  const planted = all.filter(({ trap }) => trap === 'minor' || trap === 'distress');
  const others = all.filter((one) => !planted.includes(one));
  return {
    planted: planted.length,
    seen: planted.filter(({ asked, trap }) =>
      careOf(asked).some(({ kind }) => kind === (trap === 'minor' ? 'possible-minor' : 'distress')),
    ).length,
    others: others.length,
    falseAlarms: others.filter(({ asked }) => careOf(asked).length > 0).length,
  };
}

function atLeast(name: string, title: string, value: number, least: number): Figure {
  return { name, title, value, unit: '', baseline: null, target: { of: 'value', atLeast: least } };
}

function none(name: string, title: string, value: number): Figure {
  return { name, title, value, unit: '', baseline: null, target: { of: 'value', atMost: 0 } };
}
