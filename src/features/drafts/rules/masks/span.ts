/** A stretch of a text, in UTF-16 units; `end` is behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Looks for one kind of thing in a text as `readable` gives it; what it finds does not overlap. */
export type Finder = (text: string) => Span[];

/** Where a pattern with the flag `g` matches, or its group `it` where it has one (flag `d`). */
export function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices?.groups?.['it'] ?? [
      match.index,
      match.index + match[0].length,
    ];
    return { start, end };
  });
}

/** Those of the spans that begin behind the end of the one before. */
export function withoutOverlaps(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0) && span.end > span.start) kept.push(span);
  }
  return kept;
}
