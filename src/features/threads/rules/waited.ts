const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long `ms` are in words of a language: whole minutes, hours or days. */
export function waitedText(
  ms: number,
  language: string,
  unitDisplay: 'long' | 'short' = 'long',
): string {
  const passed = Math.max(0, ms);
  const [amount, unit] =
    passed < hour
      ? [Math.floor(passed / minute), 'minute']
      : passed < day
        ? [Math.floor(passed / hour), 'hour']
        : [Math.floor(passed / day), 'day'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(amount);
}
