/** The day of a moment (epoch ms) in a time zone (IANA name), as 2026-03-01. */
export function dayIn(at: number, timeZone: string): string {
  // Swedish dates are ISO dates.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(at);
}
