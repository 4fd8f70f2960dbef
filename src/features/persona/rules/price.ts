import { refuse, type Result } from '#src/core/result.ts';
import type { Price } from '../persona.ts';

/** What people write for a currency, in small letters; `$` is the US dollar unless a letter says otherwise. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  евро: 'EUR',
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  mx$: 'MXN',
  r$: 'BRL',
  '£': 'GBP',
  '¥': 'JPY',
  円: 'JPY',
  元: 'CNY',
  '₽': 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  р: 'RUB',
  'р.': 'RUB',
  '₴': 'UAH',
  грн: 'UAH',
  'грн.': 'UAH',
  '₹': 'INR',
  '₺': 'TRY',
  '₩': 'KRW',
  '₪': 'ILS',
  '₸': 'KZT',
  zł: 'PLN',
  kč: 'CZK',
  '⭐': 'XTR',
  star: 'XTR',
  stars: 'XTR',
  'telegram stars': 'XTR',
};

/** ISO 4217 codes that are in use (as ICU knows them), and Telegram's own for Stars (Bot API, sendInvoice). */
const codes: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), 'XTR']);

const number = "\\d+(?:[.,\\u0020\\u00a0\\u202f’']\\d+)*";
const around = new RegExp(`^([^\\d]*?)\\s*(${number})\\s*([^\\d]*)$`, 'u');

/** No price has more digits before the point. */
const mostDigits = 9;

/**
 * Reads one line `what: amount currency` (also `what = $20`, `what - 5,50 €`). The last number of the line is the amount;
 * amounts are written as in any country: 1,234.50 or 1.234,50 or 1 234,50.
 */
export function readPrice(line: string): Result<{ price: Price }, 'no-price'> {
  const text = line.trim();
  const cut = /^(.*\S)\s*[:=：]\s*(\S.*)$/u.exec(text) ?? /^(.*\S)\s[-–—]\s+(\S.*)$/u.exec(text);
  const match = cut && around.exec(plainDigits(cut[2] ?? ''));
  if (!cut || !match) return refuse('no-price');
  const [, before = '', typed = '', after = ''] = match;
  const currency = currencyOf(`${before}${after}`);
  // Two currencies are none.
  if (currency === undefined || (before.trim() !== '' && after.trim() !== ''))
    return refuse('no-price');
  const amount = amountOf(typed, digitsOf(currency));
  const what = (cut[1] ?? '').trim();
  return amount === undefined
    ? refuse('no-price')
    : { ok: true, price: { what, amount, currency } };
}

/** A price as it is stored and shown, which `readPrice` reads back as the same. */
export function priceLine({ what, amount, currency }: Price): string {
  return `${what}: ${amount} ${currency}`;
}

function currencyOf(typed: string): string | undefined {
  const bare = typed.replace(/\ufe0f/gu, '').trim();
  const sign = signs[bare.toLocaleLowerCase('en')];
  if (sign !== undefined) return sign;
  const code = bare.toUpperCase();
  return codes.has(code) ? code : undefined;
}

/** How many digits a currency has behind the point. */
function digitsOf(currency: string): number {
  if (currency === 'XTR') return 0;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/**
 * The amount as a decimal number; undefined when it cannot be told. A single sign with three digits behind it parts
 * thousands, unless the currency has three digits itself.
 */
function amountOf(typed: string, digits: number): string | undefined {
  const groups = typed.split(/[^\d]/u);
  const between = [...typed.matchAll(/[^\d]/gu)].map(([sign]) => sign);
  const last = between.at(-1);
  const end = groups.at(-1) ?? '';
  const isFraction =
    (last === '.' || last === ',') &&
    end.length <= digits &&
    !between.slice(0, -1).includes(last) &&
    (end.length !== 3 || digits === 3);
  const fraction = isFraction ? end : '';
  const whole = isFraction ? groups.slice(0, -1) : groups;
  if (whole.slice(1).some((group) => group.length !== 3)) return undefined;
  if (whole.length > 1 && (whole[0] ?? '').length > 3) return undefined;
  const joined = whole.join('').replace(/^0+(?=\d)/u, '');
  if (joined.length > mostDigits) return undefined;
  return digits === 0 ? joined : `${joined}.${fraction.padEnd(digits, '0')}`;
}

/** Arabic and Persian digits as the others. */
function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
