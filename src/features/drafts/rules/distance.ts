/** Steps that may be computed where somebody waits: about a millisecond. */
const mostSteps = 250_000;

/**
 * How far one text is from another: what must be inserted, deleted or replaced, as a share of the longer one. 0: equal, 1:
 * nothing in common. By characters; in long texts that differ much, by words.
 */
export function distance(from: string, to: string): number {
  if (from === to) return 0;
  return share(Array.from(from), Array.from(to)) ?? share(wordsOf(from), wordsOf(to)) ?? 1;
}

/** How many characters of `from` are still in `to`: at least what `distance` leaves of the longer one. */
export function keptOf(from: string, to: string): number {
  const [before, after] = [Array.from(from).length, Array.from(to).length];
  const stayed = Math.floor((1 - distance(from, to)) * Math.max(before, after));
  return Math.min(stayed, before, after);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function share(from: readonly string[], to: readonly string[]): number | null {
  const longest = Math.max(from.length, to.length);
  if (longest === 0) return 0;
  const begins = sameAtStart(from, to);
  const ends = sameAtStart(from.slice(begins).toReversed(), to.slice(begins).toReversed());
  const left = from.slice(begins, from.length - ends);
  const right = to.slice(begins, to.length - ends);
  if (left.length * right.length > mostSteps) return null;
  return levenshtein(left, right) / longest;
}

function sameAtStart(left: readonly string[], right: readonly string[]): number {
  const differs = left.findIndex((piece, index) => piece !== right[index]);
  return differs === -1 ? left.length : differs;
}

function levenshtein(left: readonly string[], right: readonly string[]): number {
  let row = right.map((_, index) => index + 1);
  for (const [index, piece] of left.entries()) {
    let diagonal = index;
    let before = index + 1;
    row = row.map((above, column) => {
      const replaced = diagonal + (piece === right[column] ? 0 : 1);
      diagonal = above;
      before = Math.min(replaced, above + 1, before + 1);
      return before;
    });
  }
  return row.at(-1) ?? left.length;
}
