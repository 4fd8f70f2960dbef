import { knownCities, modernNames } from '#src/features/preferences/known-cities.ts';

/** How many suggestions are made at most. */
const suggestionLimit = 4;

/** Every zone that can be chosen, under today's name. */
const zones: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').map((zone) => modernNames[zone] ?? zone),
];
const zoneSet = new Set(zones);

/** What people may type, folded, with the zone it means. Zones come first, so that they win over spellings. */
const places: readonly { readonly name: string; readonly zone: string }[] = [
  ...zones.flatMap((zone) => [
    { name: fold(zone), zone },
    { name: fold(cityOf(zone)), zone },
  ]),
  ...Object.entries(modernNames).flatMap(([old, zone]) => [
    { name: fold(old), zone },
    { name: fold(cityOf(old)), zone },
  ]),
  ...knownCities.map(([spelling, zone]) => ({ name: fold(spelling), zone })),
];
const zoneByPlace = new Map(
  places.map(({ name, zone }) => [name, zone]).reverse() as [string, string][],
);

/** The zone that is meant, or what it might have been. */
export type FoundTimeZone =
  | { readonly ok: true; readonly zone: string }
  | { readonly ok: false; readonly reason: 'unknown'; readonly suggestions: readonly string[] };

/** Whether this is a zone that can be chosen. */
export function isTimeZone(zone: string): boolean {
  return zoneSet.has(zone);
}

/**
 * The zone that a person means: an IANA name or a city, whatever its case, accents and separators ("berlin",
 * "europe/berlin", "new york"). What is ambiguous or misspelt comes back with zones to choose from, best first.
 */
export function findTimeZone(typed: string): FoundTimeZone {
  const wanted = fold(typed);
  const exact = zoneByPlace.get(wanted);
  if (exact !== undefined) return { ok: true, zone: exact };
  return { ok: false, reason: 'unknown', suggestions: suggestZones(wanted) };
}

/** A few zones that people who use Telegram in this language often live in; the first is the likeliest. */
export function guessTimeZones(languageCode: string | null | undefined): readonly string[] {
  const base = languageCode?.toLowerCase().split(/[-_]/)[0] ?? '';
  return (
    guesses[base] ?? ['Europe/London', 'America/New_York', 'America/Los_Angeles', 'Asia/Dubai']
  );
}

const guesses: Readonly<Record<string, readonly string[]>> = {
  de: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich', 'Europe/Madrid'],
  es: ['Europe/Madrid', 'America/Mexico_City', 'America/Bogota', 'America/Argentina/Buenos_Aires'],
  fr: ['Europe/Paris', 'Europe/Brussels', 'Europe/Zurich', 'America/Toronto'],
  it: ['Europe/Rome', 'Europe/Zurich', 'Europe/London', 'America/New_York'],
  pt: ['America/Sao_Paulo', 'Europe/Lisbon', 'America/Manaus', 'Europe/London'],
  ru: ['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Almaty', 'Asia/Dubai'],
  tr: ['Europe/Istanbul', 'Europe/Berlin', 'Asia/Dubai', 'Europe/London'],
  uk: ['Europe/Kyiv', 'Europe/Warsaw', 'Europe/Berlin', 'Europe/Prague'],
};

/** The city of a zone as people write it: "America/New_York" gives "New York". */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** The time of day in a zone, as this language writes it. `now` in epoch ms. */
export function timeIn(zone: string, now: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(now);
}

/**
 * Writes times (epoch ms) short enough for buttons: today only the hour, this year without the year, otherwise the day alone.
 * `now` in epoch ms. One is made for a whole list: to make a format takes a quarter of a millisecond.
 */
export function shortMoments(by: {
  readonly now: number;
  readonly language: string;
  readonly timeZone: string;
}): (at: number) => string {
  const format = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(by.language, { timeZone: by.timeZone, ...style });
  const day = format({ year: 'numeric', month: 'numeric', day: 'numeric' });
  const year = format({ year: 'numeric' });
  const ofToday = format({ timeStyle: 'short' });
  const ofThisYear = format({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
  const ofOthers = format({ dateStyle: 'medium' });
  const [today, thisYear] = [day.format(by.now), year.format(by.now)];
  return (at) => {
    if (day.format(at) === today) return ofToday.format(at);
    return (year.format(at) === thisYear ? ofThisYear : ofOthers).format(at);
  };
}

function suggestZones(wanted: string): string[] {
  const scored = new Map<string, number>();
  const note = (zone: string, score: number) => {
    scored.set(zone, Math.min(score, scored.get(zone) ?? Infinity));
  };
  for (const { name, zone } of places) {
    if (wanted.length >= 2 && name.startsWith(wanted)) note(zone, 0);
    else if (wanted.length >= 3 && name.includes(wanted)) note(zone, 1);
    else if (wanted.length >= 4 && wanted.length <= 40) {
      const allowed = wanted.length < 6 ? 1 : 2;
      const distance = editDistance(wanted, name, allowed);
      if (distance <= allowed) note(zone, 1 + distance);
    }
  }
  return [...scored]
    .sort(([, a], [, b]) => a - b)
    .slice(0, suggestionLimit)
    .map(([zone]) => zone);
}

/** Lowercase, without accents; everything that is no letter, digit, slash or sign becomes one space. */
function fold(text: string): string {
  return text
    .slice(0, 100)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/+]+/gu, ' ')
    .trim();
}

/** Levenshtein distance with neighbours swapped counting one; anything above `limit` comes back as `limit + 1`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (before[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? limit + 1;
}
