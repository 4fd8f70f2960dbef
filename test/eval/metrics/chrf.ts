const longest = 6;
/** Recall counts beta times as much as precision. */
const beta = 2;

/**
 * chrF of a text against the one that was meant, 0 to 100: precision and recall of character n-grams, each the mean over n =
 * 1..6, and of both F with beta 2. White space does not count, and neither do lengths of which one text has no n-grams.
 * After Popović, "chrF: character n-gram F-score for automatic MT evaluation" (WMT 2015), as sacreBLEU computes chrF2.
 */
export function chrf(text: string, meant: string): number {
  const [own, other] = [lettersOf(text), lettersOf(meant)];
  let precision = 0;
  let recall = 0;
  let lengths = 0;
  for (let n = 1; n <= longest; n += 1) {
    const [mine, theirs] = [gramsOf(own, n), gramsOf(other, n)];
    if (mine.size === 0 || theirs.size === 0) continue;
    let shared = 0;
    for (const [gram, times] of mine) shared += Math.min(times, theirs.get(gram) ?? 0);
    precision += shared / (own.length - n + 1);
    recall += shared / (other.length - n + 1);
    lengths += 1;
  }
  if (precision + recall === 0) return 0;
  const [p, r] = [precision / lengths, recall / lengths];
  return (100 * (1 + beta ** 2) * p * r) / (beta ** 2 * p + r);
}

function lettersOf(text: string): string[] {
  return Array.from(text.replace(/\s+/gu, ''));
}

function gramsOf(letters: readonly string[], n: number): Map<string, number> {
  const grams = new Map<string, number>();
  for (let at = 0; at + n <= letters.length; at += 1) {
    const gram = letters.slice(at, at + n).join('');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}
