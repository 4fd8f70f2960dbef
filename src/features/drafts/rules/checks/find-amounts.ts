import { plainText } from '../plain-text.ts';
import { numberWords } from './number-words.ts';

/** A sum of money, or a share in percent, in a text. */
export interface Amount {
  readonly value: number;
  /** Null: none is named. */
  readonly currency: string | null;
  /** As it stands in the text. */
  readonly written: string;
}

/** Signs and words for currencies, in their plain form. */
const currencies: Readonly<Record<string, string>> = {
  USD: 'us\\$|\\$|usd|us dollars?|dollars?|dolares|dolar|bucks?|доллар\\p{L}*|бакс\\p{L}*|долар\\p{L}*|дол|دولار\\p{L}*|ドル|米ドル',
  EUR: '€|eur|euros?|евро|євро|يورو|ユーロ',
  GBP: '£|gbp|pounds?|quid|libras?|pfund|фунт\\p{L}*|جنيه',
  RUB: '₽|rub|rubles?|rublos?|rubel|руб(?:л\\p{L}*)?|р(?=[.\\s]|$)|روبل|ルーブル',
  UAH: '₴|uah|hryvnias?|грн|гривен|гривн\\p{L}*|гривень',
  BRL: 'r\\$|brl|reais|real',
  MXN: 'mxn|pesos?',
  JPY: '¥|jpy|yen|yenes|円|иен\\p{L}*',
  CNY: '元|cny|yuan|rmb',
  INR: '₹|inr|rupees?',
  SAR: 'sar|ريال|ريالات|riyals?',
  AED: 'aed|درهم|دراهم|dirhams?',
  XTR: '⭐|xtr|stars?|estrellas?|estrelas?|sterne?|звезд\\p{L}*|зірок|зірк\\p{L}*|نجم\\p{L}*|スター',
  TON: 'ton',
  USDT: 'usdt|tether',
  BTC: 'btc|bitcoins?|₿',
  ETH: 'eth',
  '%': '%|percent|por ciento|por cento|prozent|процент\\p{L}*|відсотк\\p{L}*|بالمئه|بالمائه|パーセント',
};
const anyCurrency = Object.entries(currencies)
  .map(([code, words], index) => `(?<c${index}${code.replace('%', 'PCT')}>${words})`)
  .join('|');
const number =
  "[一二三四五六七八九十百千万]{1,8}(?=円|元)|\\d{1,3}(?:[ .,']\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,12}(?:[.,]\\d{1,2})?";
/** Not in the middle of a word or number; Japanese has no spaces. */
const notInside = '(?<!(?![\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}])\\p{L}|[\\p{N}.,])';
const times =
  '(?: ?(?<k>k|тыс\\p{L}*|тис\\p{L}*|thousand|tausend|mil|million\\p{L}*|万|ألف|الف)(?!\\p{L})\\.?)?';
/** Words for one that are also articles: a number only before money. */
const articles = 'un|una|um|uma|ein|eine|einen|один|одна|одне';
const word = Object.keys(numberWords)
  .sort((a, b) => b.length - a.length)
  .join('|');

const behind = new RegExp(
  `${notInside}(?:(?<n>${number})|(?<w>${word})|(?<o>${articles})(?! ?(?:⭐|estrel|stern|зв|зір)))${times}[ -]?(?:${anyCurrency})(?![a-zа-я])`,
  'gu',
);
const before = new RegExp(
  `(?<!\\p{L})(?:${anyCurrency}) ?(?:(?<n>${number})${times})(?!\\p{N})`,
  'gu',
);
/** Words beside which a bare number is a price. */
const priced = new RegExp(
  `(?<!\\p{L})(?:costs?|price[sd]?|priced at|pay|for only|only for|just for|charge|worth|fee|cuestan?|precio|pagas?|vale|custam?|preco|kostet|kosten|preis|nur fur|стоит|стоят|цена|ценой|всего за|коштує|коштують|ціна|سعره?ا?|بسعر|يكلف|تكلفه|ثمن|値段|価格|料金)(?: (?:is|are|it|you|me|de|es|e|son|ist|von|solo|just|only|about|around|всего|лише|هو|فقط|at|of|to))*(?:は|:)? ?(?:(?<n>${number})|(?<w>${word}))(?!\\p{L}|\\p{N}|[:.,]\\d)`,
  'gu',
);

/** The sums in a text, once each, whichever way they are written: 5 €, €5, 5,00 EUR and five euros are the same. */
export function findAmounts(text: string): Amount[] {
  const plain = plainText(text);
  const found = [before, behind, priced].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((match) => amountOf(match)),
  );
  return found.filter(
    (amount, index) =>
      found.findIndex(
        (other) => sameAmount(other, amount) && other.currency === amount.currency,
      ) === index,
  );
}

/** Whether two sums are the same; a sum without a currency is the same as one with any. */
export function sameAmount(one: Amount, other: Amount): boolean {
  if (one.value !== other.value) return false;
  return one.currency === null || other.currency === null || one.currency === other.currency;
}

function amountOf(match: RegExpMatchArray): Amount {
  const groups = match.groups ?? {};
  const base =
    groups['n'] === undefined ? (numberWords[groups['w'] ?? ''] ?? 1) : readNumber(groups['n']);
  const code = Object.entries(groups).find(([name, it]) => it !== undefined && /^c\d/u.test(name));
  const currency = code ? code[0].replace(/^c\d+/u, '').replace('PCT', '%') : null;
  return { value: base * multiple(groups['k']), currency, written: match[0].trim() };
}

function multiple(word: string | undefined): number {
  if (word === undefined) return 1;
  if (word.startsWith('million')) return 1_000_000;
  return word === '万' ? 10_000 : 1_000;
}

/** A number with a point or a comma, with or without marks between thousands. */
function readNumber(written: string): number {
  if (/^\p{sc=Han}/u.test(written)) return readHan(written);
  const decimals = /[.,](\d{1,2})$/u.exec(written);
  const whole = decimals ? written.slice(0, decimals.index) : written;
  return Number(`${whole.replace(/\D/gu, '')}.${decimals?.[1] ?? '0'}`);
}

const hanDigits = '一二三四五六七八九';
const hanTens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** A number in Chinese characters, below a hundred million. */
function readHan(written: string): number {
  let whole = 0;
  let part = 0;
  let digit = 0;
  for (const sign of written) {
    if (sign === '万') {
      whole = (part + digit || 1) * 10_000;
      part = digit = 0;
    } else if (sign in hanTens) {
      part += (digit || 1) * (hanTens[sign] ?? 1);
      digit = 0;
    } else digit = hanDigits.indexOf(sign) + 1;
  }
  return whole + part + digit;
}
