import { plainText } from '../plain-text.ts';

/** Endings of host names that people write without https: the usual ones; others are links only with a path or scheme. */
const endings =
  'com|net|org|info|biz|io|me|co|tv|xyz|app|dev|gg|ly|to|link|site|online|shop|store|club|vip|live|page|bio|fans|cam|art|blog|cc|ai|click|top|pro|space|website|world|fun|icu|ru|su|ua|by|kz|de|at|ch|es|fr|it|pt|br|mx|ar|cl|pe|uk|us|ca|eu|nl|pl|jp|cn|in|sa|ae|eg|dog|tk|ml|ga|рф|укр|онлайн|сайт';
const link = new RegExp(
  [
    '[a-z][a-z0-9+.-]{1,20}:\\s?//\\s?[^\\s<>"]{1,500}',
    '(?<![\\p{L}\\p{N}@])www\\.[^\\s<>"]{1,500}',
    `(?<![\\p{L}\\p{N}@._-])(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,5}(?:${endings})(?![\\p{L}\\p{N}])(?:[/?#:][^\\s<>"]{0,500})?`,
    '(?<![\\p{L}\\p{N}@._-])(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,5}[a-z]{2,24}/[^\\s<>"]{1,500}',
    `(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}-]{2,63}(?: ?[([]? ?(?:dot|punto|ponto|punkt|точка|крапка|نقطه) ?[)\\]]? ?| \\. | ?[([]\\.[)\\]] ?)(?:${endings})(?![\\p{L}\\p{N}])(?: ?/ ?[^\\s<>"]{1,200})?`,
    '(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d+)?(?:/[^\\s<>"]{0,500})?(?![\\d.])',
  ].join('|'),
  'gu',
);

/** Letters with spaces between them. */
const apart = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}./] ){4,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;

/**
 * The links in a text, also those spelled to be overlooked (`shop dot com`, full-width, with hidden or foreign letters),
 * in the form in which they are compared: small letters, no scheme, no www, no sign at the end.
 */
export function findLinks(text: string): string[] {
  return [
    ...plainText(text)
      .replace(apart, (run) => run.replaceAll(' ', ''))
      .matchAll(link),
  ].map(([found]) => comparable(found));
}

function comparable(found: string): string {
  return found
    .replace(/^[a-z][a-z0-9+.-]*:\s?\/\/\s?/u, '')
    .replace(/^www\./u, '')
    .replace(/ ?[([]? ?(?:dot|punto|ponto|punkt|точка|крапка|نقطه) ?[)\]]? ?(?=\p{L})/gu, '.')
    .replace(/[\s()[\]]/gu, '')
    .replace(/[/.,!?;:'"…。！？»]+$/u, '');
}
