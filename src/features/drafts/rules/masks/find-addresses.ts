import { type Finder, type Span, spansOf, withoutOverlaps } from './span.ts';

const word = "\\p{L}[\\p{L}'.-]{0,30}";
const patterns = [
  // 12 High Street, 221b Baker St.
  new RegExp(
    `(?<![\\p{L}\\p{N}.,:])\\d{1,5}[a-z]?,? (?:${word} ){1,3}(?:street|st\\.?|avenue|ave\\.?|road|rd\\.?|lane|ln\\.?|boulevard|blvd\\.?|drive|square|terrace|court)(?![\\p{L}\\p{N}])(?:,? (?:apt|apartment|flat|unit)\\.? ?\\w{1,5})?`,
    'giu',
  ),
  // Hauptstraße 5a, Am Alten Markt 3
  /(?<![\p{L}\p{N}])\p{L}{2,30}(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|ufer|damm) \d{1,4} ?[a-z]?(?![\p{L}\p{N}])/giu,
  // Calle Mayor 5, Rua Augusta, 1500, rue de Rivoli 12, via Roma 3
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:calle|c/|avenida|avda\\.?|paseo|plaza|carrera|rua|travessa|praça|alameda|rue|via|viale|piazza) ?(?:${word} ){0,4}${word},? (?:n[º°.o]{0,2} ?|#)?\\d{1,5}[a-z]?(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  // ул. Ленина, д. 5, кв. 12; вул. Хрещатик 22
  /(?<![\p{L}\p{N}])(?:ул\.|улиц\p{L}|вул\.|вулиц\p{L}|пр-т|просп\.|проспект\p{L}?|пер\.|переул\p{L}+|провул\p{L}+|бульвар\p{L}?|б-р|шоссе|наб\.) ?(?:[\p{L}\d][\p{L}\d'.-]{0,30} ?){1,4},? ?(?:д\.|дом|буд\.|будинок|№)? ?\d{1,4} ?[а-я]?(?!\p{L})(?:,? ?(?:корп|к|стр|кв|квартира|оф)\.? ?\d{1,4}){0,3}/giu,
  // شارع الملك فهد 12
  /(?<![\p{L}\p{N}])(?:شارع|طريق)(?: \p{sc=Arabic}{2,20}){1,4},? (?:رقم )?\d{1,5}/gu,
  // 〒150-0001, 東京都渋谷区神南1-2-3
  /〒 ?\d{3}-?\d{4}|\p{sc=Han}{2,3}[都道府県][\p{L}\p{sc=Han}]{1,12}[市区町村郡][\p{L}]{0,16}\d{1,4}(?:(?:丁目|番地?|号|[-‐−ー])\d{0,4}){0,4}/gu,
];

/** What stands in sentences such as "2 blocks down the road", and never in an address. */
const noAddress =
  / (?:the|a|an|my|your|this|that|down|up|on|of|at|in|for|from|hours?|minutes?|blocks?|miles?|km|people) /iu;

/** Streets with a house number, in the ways of writing of several countries; others cannot be told from sentences. */
export const findAddresses: Finder = (text) => {
  if (!/[\d〒]/u.test(text)) return [];
  return withoutOverlaps(
    patterns.flatMap((pattern) => spansOf(text, pattern)).filter((span) => isAddress(text, span)),
  );
};

function isAddress(text: string, { start, end }: Span): boolean {
  return !noAddress.test(text.slice(start, end));
}
