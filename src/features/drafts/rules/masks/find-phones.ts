import { isMoney } from './is-money.ts';
import { type Finder, type Span, spansOf, withoutOverlaps } from './span.ts';

const candidate =
  /(?<!(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\p{L}|[\p{N}_])(?<!\d[.,:/])(?:\+\s?)?\(?\d(?:[ \u00a0()./‐‑–-]{0,3}\d){6,14}(?!(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\p{L}|[\p{N}_]|[.,:]\d)/gu;
const link =
  /(?:https?:\/\/)?(?<![\p{L}\p{N}_.-])(?:wa\.me\/|tel:|whatsapp:\/\/send\?phone=)\+?\d{7,15}/giu;

const cue =
  /(?:call|phone|tel|mobile|cell|number|whatsapp|viber|sms|text me|llama|tel[eé]fono|n[uú]mero|m[oó]vil|celular|ligue|telefone|nummer|handy|anruf\p{L}*|номер|телефон|тел|звони|дзвони|رقمي|رقم|هاتف|جوال|電話|番号|携帯)\P{L}{0,12}$/iu;

const date = '(?:\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2})';
/** Digits with signs between them that are no phone number: dates, years, sums, decimals, addresses of machines. */
const other = [
  new RegExp(`^${date}(?:$|\\s)`, 'u'),
  new RegExp(`^${date}\\s?[–-]\\s?${date}$`, 'u'),
  /^(?:\d{1,2}\.\d{1,2}\.?(?:\s?[/–-]\s?|\s|$)){1,6}(?:(?:19|20)\d\d)?$/u,
  /^(?:19|20)\d\d(?:\s?[–/ -]\s?(?:19|20)\d\d)+$/u,
  /^\d{1,3}(?:[ .\u00a0]\d{3})+(?:\.\d{2})?$/u,
  /^\d{1,3}\.\d+$/u,
  /^\d+\.\d{2}(?:\s?[/–-]\s?\d+\.\d{2})+$/u,
  /^\d{1,3}(?:\.\d{1,3}){3}$/u,
  /^\d(?:\s\d)+$/u,
];
const threeThrees = /^\d{3} \d{3} \d{3}$/u;

/** Phone numbers of all countries, as people write them; no prices, dates, years or other numbers. */
export const findPhones: Finder = (text) =>
  withoutOverlaps([
    ...spansOf(text, link),
    ...spansOf(text, candidate).filter((span) => isPhone(text, span)),
  ]);

function isPhone(text: string, { start, end }: Span): boolean {
  const written = text.slice(start, end);
  const digits = written.replace(/\D/gu, '');
  const before = text.slice(Math.max(0, start - 24), start);
  if (written.startsWith('+')) return true;
  if (isMoney(text, { start, end })) return false;
  if (/^00\d/u.test(digits) && digits.length >= 9) return true;
  if (threeThrees.test(written) && !written.endsWith('000')) return true;
  if (other.some((pattern) => pattern.test(written))) return false;
  if (/\D/u.test(written)) return true;
  return /^0\d{8}/u.test(digits) || digits.length >= 10 || cue.test(before);
}
