import { phrasePattern } from '../phrases.ts';
import { plainLetters, plainText } from '../plain-text.ts';
import { withoutTimeFigures } from './time-figures.ts';
import { monthWords, timeWords } from './times-words.ts';

/** A day, a date, a time of day or a span of time from now that a text names. */
export interface NamedTime {
  readonly written: string;
  /** What it may mean, such as `weekday 1`, `date 5-3`, `clock 20:00`; more than one where it can be read in two ways. */
  readonly means: readonly string[];
}

const words = Object.entries(timeWords).map(
  ([means, phrases]) => [means, phrasePattern(phrases)] as const,
);

const months = monthWords.map((names) => plainLetters(names));
const anyMonth = months.map((names, index) => `(?<m${index + 1}>${names})`).join('|');
const day = '(?<d>\\d{1,2})(?:st|nd|rd|th|\\.|º|-?го)?';
const monthBehind = new RegExp(
  `(?<![\\p{L}\\p{N}])${day} ?(?:of |de )?(?:${anyMonth})(?!\\p{L})`,
  'gu',
);
const monthBefore = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${anyMonth})\\.? (?:the )?${day}(?![\\p{L}\\p{N}:])`,
  'gu',
);
const numbers =
  /(?<![\p{N}.,/-])(?:(?<y>(?:19|20)\d\d)[-./](?<m>\d{1,2})[-./](?<d>\d{1,2})|(?<a>\d{1,2})(?<s>[./])(?<b>\d{1,2})(?:\k<s>(?:\d{4}|\d{2})|(?=\.?(?:\s|$)))|(?<ja>\d{1,2})月(?<jb>\d{1,2})日)(?![\p{N}%€$])/gu;

const clocks = [
  /(?<![\p{N}.,:]|[$€£¥₽₴] ?)(?<h>[01]?\d|2[0-4])[:h.](?<min>[0-5]\d)(?: ?(?<half>[ap])\.?m\b)?(?![\p{N}:%€$]| ?(?:eur|usd))/gu,
  /(?<![\p{N}.,:])(?<h>1[0-2]|0?[1-9]) ?(?<half>[ap])\.?m(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])(?:at|by|until|till|a las?|as|um|bis|gegen|ab|к|в|о|об|до|после|після|الساعه) (?<h>[01]?\d|2[0-4])(?: ?(?:h|uhr|час\p{L}*|годин\p{L}*|o'clock|horas))?(?: (?:de la |da |of the |in the |am )?(?<word>manana|manha|tarde|noche|noite|evening|morning|afternoon|abends?|morgens|утра|вечера|дня|ранку|вечора|صباحا|مساء))?(?![\p{L}\p{N}:%€$₽₴£]|[.,]\d| ?(?:eur|usd|руб|грн|\p{L}))/gu,
  /(?<![\p{N}.,:])(?<h>[01]?\d|2[0-4]) ?(?:uhr|o'clock|horas?(?= de| da|$)|часов вечера|часов утра|вечера|утра|вечора|ранку|時(?!間))/gu,
];
const hour =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|la una|las (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|час|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать)';
/** Times of day and days of the month in words, which are compared as they are written. */
const spelled = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:half|quarter) (?:past|to) (?:${hour}|\\d{1,2})|(?:at|um|a|в) ${hour}(?: (?:y media|uhr|o'clock|pm|am|abends|вечера|утра|дня)|(?=$|[.,!?]))|on the \\d{1,2}(?:st|nd|rd|th)|the \\d{1,2}(?:st|nd|rd|th)(?= of|[.,!?]|$))(?![\\p{L}\\p{N}])`,
  'gu',
);
const spans =
  /(?:(?<![\p{L}\p{N}])(?:in|within|en|dentro de|em|daqui a|innerhalb von|через|за|بعد|خلال) (?:about |the next |unos? |ca |etwa )?)?(?<n>\d{1,3}|an?|one|two|three|una?|dos|tres|uma|dois|duas|eine[rnm]?|zwei|drei|пару|два|две|дві|три) ?(?<unit>minut\p{L}*|mins?|hours?|hrs?|horas?|stunden?|минут\p{L}*|хвилин\p{L}*|час(?:а|ов)?|годин\p{L}*|days?|dias?|tage?n?|дн(?:я|ей|ів|і)|день|weeks?|semanas?|wochen?|недел\p{L}|тижн\p{L}+|months?|mes(?:es)?|monate?n?|месяц\p{L}*|місяц\p{L}*)(?!\p{L})|(?<jn>\d{1,3})(?<ju>分|時間|日|週間|か月|ヶ月)後/gu;
const fromNow = /^(?:in|within|en|dentro|em|daqui|innerhalb|через|за|بعد|خلال)\s|後$/u;

/** The times that a text names, in any of the languages that are looked for; in some ways of reading it none. */
export function findTimes(text: string): NamedTime[] {
  const plain = withoutTimeFigures(plainText(text));
  const named = words.flatMap(([means, pattern]) =>
    [...plain.matchAll(pattern)].map(([written]) => ({ written, means: [means] })),
  );
  const dates = [monthBehind, monthBefore].flatMap((pattern) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const month = Object.entries(match.groups ?? {}).find(
        ([name, it]) => it !== undefined && /^m\d/u.test(name),
      );
      return dateOf(match[0], Number(match.groups?.['d']), Number(month?.[0].slice(1)));
    }),
  );
  return [
    ...named,
    ...dates,
    ...[...plain.matchAll(numbers)].flatMap(numbersOf),
    ...[...plain.matchAll(spelled)].map(([written]) => ({ written, means: [`words ${written}`] })),
    ...clocks.flatMap((pattern) => [...plain.matchAll(pattern)].map(clockOf)),
    ...[...plain.matchAll(spans)]
      .filter(([written]) => fromNow.test(written))
      .map(([written]) => ({ written, means: [`span ${written}`] })),
  ];
}

function dateOf(written: string, day: number, month: number): NamedTime[] {
  if (day < 1 || day > 31 || month < 1 || month > 12) return [];
  return [{ written, means: [`date ${day}-${month}`] }];
}

/** A date in numbers; 5/3 is the fifth of March and the third of May. */
function numbersOf(match: RegExpMatchArray): NamedTime[] {
  const { m, d, a, b, s, ja, jb } = match.groups ?? {};
  if (m !== undefined) return dateOf(match[0], Number(d), Number(m));
  if (ja !== undefined) return dateOf(match[0], Number(jb), Number(ja));
  const dayFirst = dateOf(match[0], Number(a), Number(b));
  const monthFirst = s === '/' ? dateOf(match[0], Number(b), Number(a)) : [];
  const means = [...dayFirst, ...monthFirst].flatMap((date) => date.means);
  return means.length > 0 ? [{ written: match[0], means }] : [];
}

const late = /^(?:tarde|noche|noite|evening|afternoon|abends?|вечера|дня|вечора|مساء)$/u;
const early = /^(?:manana|manha|morning|morgens|утра|ранку|صباحا)$/u;

/** A time of day; without a half of the day, 8 may be in the morning and in the evening. */
function clockOf(match: RegExpMatchArray): NamedTime {
  const { h, min = '00', half, word = '' } = match.groups ?? {};
  const hour = Number(h);
  const afternoon = half === 'p' || late.test(word);
  const morning = half === 'a' || early.test(word);
  const hours =
    afternoon && hour < 12
      ? [hour + 12]
      : morning || hour > 12
        ? [hour % 24]
        : [hour, (hour + 12) % 24];
  return { written: match[0].trim(), means: hours.map((at) => `clock ${at}:${min}`) };
}
