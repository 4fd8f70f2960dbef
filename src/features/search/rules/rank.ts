import { fold } from './fold.ts';
import type { Term } from './terms-of.ts';
import { runsOf } from './words.ts';

/**
 * Orders texts that hold all terms and come newest first: those with the very words before those in which a word only
 * begins so, those with the words side by side before those with something between; what is equal stays newest first.
 */
export function rank<Text extends { readonly text: string }>(
  texts: readonly Text[],
  terms: readonly Term[],
): Text[] {
  return texts
    .map((text) => ({ text, score: scoreOf(text.text, terms) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ text }) => text);
}

/** 2 for each term that is there as a whole, 1 for a beginning, and 1 for each two terms side by side in their order. */
export function scoreOf(text: string, terms: readonly Term[]): number {
  const runs = runsOf(fold(text));
  const places = terms.map((term) => {
    const whole = new Set<number>();
    const begun = new Set<number>();
    for (const [index, run] of runs.entries()) {
      if (run.text === term.text || (term.dense && run.dense && run.text.includes(term.text))) {
        whole.add(index);
      } else if (term.beginning && !run.dense && run.text.startsWith(term.text)) begun.add(index);
    }
    return { whole, begun };
  });
  let score = 0;
  for (const [index, { whole, begun }] of places.entries()) {
    score += whole.size > 0 ? 2 : begun.size > 0 ? 1 : 0;
    const next = places[index + 1];
    const here = [...whole, ...begun];
    if (next && here.some((at) => next.whole.has(at + 1) || next.begun.has(at + 1))) score += 1;
  }
  return score;
}
