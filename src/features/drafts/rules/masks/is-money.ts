import type { Span } from './span.ts';

const money =
  '[$€£¥₽₴₹₩]|(?:usd|eur|gbp|rub|uah|brl|mxn|dollars?|euros?|euro|pesos?|reais|руб|рубл|грн|гривен|гривень|円|ريال|درهم|دولار|جنيه)';
const moneyBefore = new RegExp(`(?:${money})\\.?\\s?$`, 'iu');
const moneyAfter = new RegExp(`^\\s?(?:${money})`, 'iu');

/** Whether a currency stands beside a number. */
export function isMoney(text: string, { start, end }: Span): boolean {
  return (
    moneyBefore.test(text.slice(Math.max(0, start - 12), start)) ||
    moneyAfter.test(text.slice(end, end + 12))
  );
}
