/** A word as a string of FTS5's query language, in which nothing has a meaning but the quote (sqlite.org/fts5.html, 3.1). */
export function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
