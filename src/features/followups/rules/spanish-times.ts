import { casual, type Chrono, type Component, type Parser } from 'chrono-node/es';
import { partHours } from './part-hours.ts';

type Known = { [name in Component]?: number };

/** The hour at which a part of the day begins for a reminder. */
const hours: Readonly<Record<string, number>> = {
  mañana: partHours.morning,
  tarde: partHours.afternoon,
  noche: partHours.evening,
};

/** Spanish as chrono reads it, and what it does not know: "pasado mañana", "la próxima semana", "por la tarde". */
export function spanishTimes(): Chrono {
  const parser = casual.clone();
  parser.parsers.push(
    word(/(?<!\p{L})pasado mañana(?!\p{L})/iu, (_, today) => daysOn(today, 2)),
    word(
      /(?<!\p{L})(?:la )?(?:próxima|proxima) semana(?!\p{L})|(?<!\p{L})(?:la )?semana que viene(?!\p{L})/iu,
      (_, today) => daysOn(today, 7),
    ),
    word(/(?<!\p{L})(?:por|en) la (mañana|tarde|noche)(?!\p{L})/iu, ([, part = '']) => ({
      hour: hours[part.toLowerCase()] ?? partHours.morning,
      minute: 0,
    })),
    word(
      /(?<!\p{L})(?:a )?las? (\d{1,2})(?::(\d{2}))? de la (mañana|tarde|noche)(?!\p{L})/iu,
      ([, hour = '', minute = '0', part = '']) => ({
        hour:
          part.toLowerCase() !== 'mañana' && Number(hour) < 12 ? Number(hour) + 12 : Number(hour),
        minute: Number(minute),
      }),
    ),
  );
  return parser;
}

function word(pattern: RegExp, read: (match: RegExpMatchArray, today: Date) => Known): Parser {
  return {
    pattern: () => pattern,
    extract: ({ refDate }, match) => read(match, refDate),
  };
}

/** The reference is the wall's time as if that were UTC. */
function daysOn(today: Date, days: number): Known {
  const day = new Date(today.getTime() + days * 86_400_000);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}
