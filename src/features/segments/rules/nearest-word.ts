/** The known word that a mistyped one most likely stands for; null when none is near. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  const word = typed.toLowerCase();
  const most = word.length <= 3 ? 1 : 2;
  let best: { word: string; changes: number } | null = null;
  for (const candidate of known) {
    const changes = changesBetween(word, candidate.toLowerCase(), most);
    if (changes <= most && changes < (best?.changes ?? Number.POSITIVE_INFINITY)) {
      best = { word: candidate, changes };
    }
  }
  return best?.word ?? null;
}

/** Letters to add, drop, change or swap with their neighbour to make one word the other; above `most` it may be any. */
function changesBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : changed;
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
