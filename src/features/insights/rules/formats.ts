/** How numbers, times and days are written in one language and time zone. Times are epoch ms, durations ms. */
export interface Formats {
  number(value: number): string;
  /** A share of 1, as whole per cent. */
  percent(share: number): string;
  /** A change as a share of 1, with its sign. */
  change(share: number): string;
  /** A duration in its largest unit: `12 min`, `1.5 hr`. */
  wait(ms: number): string;
  /** A duration of work in whole minutes, or in hours however many: `0 min`, `1.5 hr`. */
  work(ms: number): string;
  /** A day without its year: `5 May`. */
  day(at: number): string;
  /** A day with its year: `5 May 2026`. */
  date(at: number): string;
  month(at: number): string;
  /** The year and the month (1 to 12) that a time is in. */
  calendar(at: number): { readonly year: number; readonly month: number };
  /** The first to the last day, with the year. */
  range(since: number, until: number): string;
  /** The short name of a day's weekday. */
  weekdayOf(at: number): string;
  /** 0: Monday. */
  weekday(index: number, length: 'short' | 'long'): string;
  /** A full hour on the clock: `20:00`. */
  hour(hour: number): string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** A Monday. */
const someMonday = Date.UTC(2024, 0, 1);

/** Makes the formats. */
export function makeFormats(language: string, timeZone: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone, ...options });
  const numbers = (options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(language, options);
  const calendar = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
  });
  const percents = { style: 'percent', maximumFractionDigits: 0 } as const;
  return {
    number: (value) => numbers().format(value),
    percent: (share) => numbers(percents).format(share),
    // A hyphen is too short beside large figures.
    change: (share) =>
      numbers({ ...percents, signDisplay: 'exceptZero' })
        .format(share)
        .replace('-', '\u2212'),
    wait(ms) {
      const { unit, amount } = inLargestUnit(ms);
      const digits = unit === 'hour' || unit === 'day' ? (amount < 10 ? 1 : 0) : 0;
      return numbers({
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: digits,
      }).format(amount);
    },
    work(ms) {
      const [unit, amount] =
        ms < hourMs ? ['minute', Math.floor(ms / minuteMs)] : ['hour', ms / hourMs];
      const digits = unit === 'hour' && amount < 10 ? 1 : 0;
      return numbers({
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: digits,
      }).format(amount);
    },
    day: (at) => dates({ day: 'numeric', month: 'short' }).format(at),
    date: (at) => dates({ day: 'numeric', month: 'short', year: 'numeric' }).format(at),
    month: (at) => dates({ month: 'short' }).format(at),
    calendar(at) {
      const parts = calendar.formatToParts(at);
      const of = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value);
      return { year: of('year'), month: of('month') };
    },
    range: (since, until) =>
      dates({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(since, until),
    weekdayOf: (at) => dates({ weekday: 'short' }).format(at),
    weekday: (index, length) =>
      dates({ weekday: length, timeZone: 'UTC' }).format(someMonday + index * dayMs),
    hour: (hour) => `${String(hour).padStart(2, '0')}:00`,
  };
}

function inLargestUnit(ms: number): { unit: 'second' | 'minute' | 'hour' | 'day'; amount: number } {
  if (ms < minuteMs) return { unit: 'second', amount: ms / 1000 };
  if (ms < hourMs) return { unit: 'minute', amount: ms / minuteMs };
  if (ms < 2 * dayMs) return { unit: 'hour', amount: ms / hourMs };
  return { unit: 'day', amount: ms / dayMs };
}
