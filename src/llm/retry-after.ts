/**
 * How long a provider asks to be left alone, in ms, from its headers `retry-after-ms` and `retry-after` (seconds, with
 * fractions, or a date: RFC 9110, 10.2.3). Null: it does not say. `now`: epoch ms.
 */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const ms = numberOf(headers.get('retry-after-ms'));
  if (ms !== null) return ms;
  const given = headers.get('retry-after');
  const seconds = numberOf(given);
  if (seconds !== null) return seconds * 1000;
  const date = Date.parse(given ?? '');
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\s*\d{1,9}(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}
