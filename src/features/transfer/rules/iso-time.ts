/** A time (epoch ms) as tables have it, in UTC and without parts of seconds: 2026-05-01T18:00:00Z. */
export function isoTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** As `isoTime`; null where there is none. */
export function isoTimeOf(at: number | null): string | null {
  return at === null ? null : isoTime(at);
}
