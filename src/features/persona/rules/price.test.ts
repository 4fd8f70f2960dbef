import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceLine, readPrice } from './price.ts';

function normal(line: string): string | null {
  const read = readPrice(line);
  return read.ok ? priceLine(read.price) : null;
}

describe('a price', () => {
  test.each([
    ['Video call: 50 €', 'Video call: 50.00 EUR'],
    ['Video call 10 min: €50', 'Video call 10 min: 50.00 EUR'],
    ['photo set = $20', 'photo set: 20.00 USD'],
    ['Shoutout - 100 stars', 'Shoutout: 100 XTR'],
    ['Shoutout: 100 ⭐️', 'Shoutout: 100 XTR'],
    ['Chat: 5,50 eur', 'Chat: 5.50 EUR'],
    ['Chat: 5,5 EUR', 'Chat: 5.50 EUR'],
    ['Day: 1.234,50 EUR', 'Day: 1234.50 EUR'],
    ['Day: 1,234.50 USD', 'Day: 1234.50 USD'],
    ['Day: 1 234,50 PLN', 'Day: 1234.50 PLN'],
    ['Day: 1.234 €', 'Day: 1234.00 EUR'],
    ['Day: 1,234 KWD', 'Day: 1.234 KWD'],
    ['撮影: 5,000円', '撮影: 5000 JPY'],
    ['Звонок: 1500 ₽', 'Звонок: 1500.00 RUB'],
    ['مكالمة: ٥٠ EGP', 'مكالمة: 50.00 EGP'],
    ['Oferta: R$ 30', 'Oferta: 30.00 BRL'],
    ['Set 1: part 2: 10 GBP', 'Set 1: part 2: 10.00 GBP'],
    ['Follow back: 0 EUR', 'Follow back: 0.00 EUR'],
  ])('“%s” is “%s”', (typed, shown) => {
    expect(normal(typed)).toBe(shown);
  });

  test.each([
    '',
    'Video call',
    'Video call: much',
    'Video call: 50',
    'Video call: 50 bananas',
    ': 50 EUR',
    '50 EUR',
    'Call: $50 EUR',
    'Call: 50-60 EUR',
    'Call: -5 EUR',
    'Call: 1,23,4 EUR',
    'Call: 5.5.5 EUR',
    'Call: 10 JPY or so',
    'Call: 9999999999999 EUR',
  ])('“%s” is none', (typed) => {
    expect(normal(typed)).toBeNull();
  });

  test('is read back as what it is, whatever it is called and costs', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((text) => text.trim()),
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.constantFrom('EUR', 'USD', 'RUB', 'BRL'),
        (what, cents, currency) => {
          fc.pre(what !== '' && !/[\r\n\u2028\u2029]/u.test(what));
          const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
          const price = { what, amount, currency };
          expect(readPrice(priceLine(price))).toEqual({ ok: true, price });
        },
      ),
    );
  });

  test('never throws, and what it gives stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
        const once = normal(typed);
        if (once !== null) expect(normal(once)).toBe(once);
      }),
    );
  });
});
