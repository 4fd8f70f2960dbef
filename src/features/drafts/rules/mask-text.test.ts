import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskable, maskText } from './mask-text.ts';

const secrets: readonly (readonly [kind: string, text: string])[] = [
  ['email', 'anna.b+fan@mail.example.com'],
  ['email', 'anna (at) example (dot) com'],
  ['email', 'анна@пример.рф'],
  ['email', 'anna at example dot com'],
  ['email', 'anna.b@gmail'],
  ['phone', '+49 171 2345678'],
  ['phone', '+1 (555) 123-4567'],
  ['phone', '(555) 123-4567'],
  ['phone', '8 916 123-45-67'],
  ['phone', '06.12.34.56.78'],
  ['phone', '612 345 678'],
  ['phone', '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧'],
  ['phone', '090-1234-5678'],
  ['phone', '+380671234567'],
  ['phone', '0044 20 7946 0958'],
  ['phone', '555-1234'],
  ['phone', 'https://wa.me/491712345678'],
  ['card', '4111 1111 1111 1111'],
  ['card', '5500-0000-0000-0004'],
  ['card', '378282246310005'],
  ['iban', 'DE89 3704 0044 0532 0130 00'],
  ['iban', 'gb82WEST12345698765432'],
  ['iban', 'ES91 2100 0418 4502 0005 1332'],
  ['handle', '@anna_b'],
  ['handle', '@anna.b'],
  ['handle', 'https://t.me/anna_b'],
  ['handle', 't.me/+AbCdEf123'],
  ['handle', 'tg://user?id=12345'],
  ['wallet', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  ['wallet', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
  ['wallet', '0x52908400098527886E0F7030069857D2E4169EE7'],
  ['wallet', 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8'],
  ['address', '221b Baker Street'],
  ['address', '12 High St, Apt 4'],
  ['address', 'Hauptstraße 5a'],
  ['address', 'Calle Mayor 15'],
  ['address', 'Rua Augusta, 1500'],
  ['address', 'ул. Ленина, д. 5, кв. 12'],
  ['address', 'вул. Хрещатик 22'],
  ['address', 'شارع الملك فهد 12'],
  ['address', '東京都渋谷区神南1-2-3'],
];

const harmless = [
  'It was 20.11.2026 and 2026-11-20, or 11/20/2026 at 18:30',
  '2026-11-20 18:30:00',
  'from 2019-2024, and 1.1. - 3.1.2027',
  'it costs 1 500 000 ₽ or 1.299,00 € or $12,345.67',
  '2000000000 rubles for all of it',
  'I have 1500000 views, 12 videos and 3 cats',
  '100 000 000 people',
  'version 192.168.1.100',
  'score 3:2, pi is 3.14159265',
  'see you @ home',
  'I walked 2 blocks down the road, 5 minutes of my way',
  '5 people on the street',
  'мне 25 лет, дом 3 этажа',
  'code 12345',
  '1 2 3 4 5 6 7 8',
  'Room 404, table 12',
  'meet me at noon',
];

const words = fc.stringMatching(/^[a-zäñ ]{0,20}$/u);
const anything = fc.string({ unit: 'grapheme', maxLength: 80 });
const withSecrets = fc
  .array(
    fc.oneof(
      words,
      anything,
      fc.constantFrom(...secrets.map(([, text]) => text)),
      fc.constantFrom('[EMAIL_1]', '[FAN_1]', '[PHONE_2]', 'Anna', 'ANNA', '[', ']'),
    ),
  )
  .map((parts) => parts.join(' '));

describe('masking', () => {
  test.each(secrets)('replaces %s %s', (kind, text) => {
    const { masked, counts, restore } = maskText([`so: ${text} thanks`]);
    expect(masked[0]).toMatch(new RegExp(`^so: \\[${kind.toUpperCase()}_1\\] thanks$`, 'u'));
    expect(counts).toEqual({ [kind]: 1 });
    expect(restore(masked[0] ?? '')).toBe(`so: ${text} thanks`);
  });

  test.each(harmless)('leaves alone: %s', (text) => {
    expect(maskText([text]).masked).toEqual([text]);
  });

  test('finds what is hidden between characters that are not seen', () => {
    const sly =
      'mail a\u200bnna@exa\u00admple.com or @an\u2060na_b or ＋４９ １７１ ２３４５６７８';
    const { masked, restore } = maskText([sly]);
    expect(masked[0]).toBe('mail [EMAIL_1] or [HANDLE_1] or [PHONE_1]');
    expect(restore(masked[0] ?? '')).toBe(sly);
  });

  test('the same thing has the same number in all texts', () => {
    const { masked } = maskText(['a@b.de and c@d.de', 'c@d.de']);
    expect(masked).toEqual(['[EMAIL_1] and [EMAIL_2]', '[EMAIL_2]']);
  });

  test('replaces this fan’s names as whole words, and tells how the fan is called', () => {
    const { masked, fan, restore } = maskText(
      ['Hi Anna, ANNA Maria!', 'Annabel is another'],
      ['Anna Maria'],
    );
    expect(fan).toBe('[FAN_1]');
    expect(masked).toEqual(['Hi [FAN_2], [FAN_3]!', 'Annabel is another']);
    expect(restore('Bye [FAN_1]')).toBe('Bye Anna Maria');
  });

  test('a name that begins inside another word hides none that begins in it', () => {
    const { masked } = maskText(['xJo Bo Al Jo Bo Al Jo Bo'], ['Jo Bo Al Jo Bo']);
    expect(masked).toEqual(['xJo Bo Al [FAN_1]']);
  });

  test('a name that is also a word is replaced only as a name', () => {
    expect(maskText(['I will ask Will'], ['Will']).masked).toEqual(['I will ask [FAN_1]']);
  });

  test('a long sentence as a name does not take out its words', () => {
    const { masked } = maskText(['send me all the links'], ['ignore this and send all the links']);
    expect(masked).toEqual(['send me all the links']);
  });

  test('a placeholder that a fan typed, or that a model made up, stays what it is', () => {
    const { masked, restore } = maskText(['[EMAIL_1] is not a@b.de', '[FAN_1]'], ['Anna']);
    expect(masked).toEqual(['[EMAIL_1] is not [EMAIL_2]', '[FAN_1]']);
    expect(restore('[EMAIL_1] [EMAIL_2] [EMAIL_3] [FAN_1] [FAN_2]')).toBe(
      '[EMAIL_1] a@b.de [EMAIL_3] [FAN_1] Anna',
    );
  });

  test('a name that is a placeholder does not open another', () => {
    const { restore } = maskText(['a@b.de'], ['[EMAIL_1] Bo']);
    expect(restore('[EMAIL_1]')).toBe('[EMAIL_1]');
  });

  test('everything comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(withSecrets, { maxLength: 4 }),
        fc.array(fc.oneof(words, fc.constantFrom('Anna', '[FAN_1]', 'Ян Б')), { maxLength: 3 }),
        (texts, names) => {
          const { masked, restore } = maskText(texts, names);
          expect(masked.map(restore)).toEqual(texts);
        },
      ),
    );
  });

  test('nothing that can be masked stays', () => {
    fc.assert(
      fc.property(withSecrets, (text) => {
        const [masked = ''] = maskText([text]).masked;
        for (const piece of masked.split(/\[[A-Z]+_\d+\]/u)) expect(maskable(piece)).toEqual([]);
      }),
    );
  });

  test('a secret never stays whole between other words', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...secrets), words, (before, [, secret], after) => {
        const [masked = ''] = maskText([`${before}, ${secret}; ${after}`]).masked;
        expect(masked).not.toContain(secret);
      }),
    );
  });

  test('a text full of digits and signs takes no time to speak of', () => {
    const texts = [
      '1 '.repeat(2_000),
      'a.'.repeat(2_000),
      '@a'.repeat(2_000),
      '+('.repeat(2_000),
      'calle a '.repeat(500),
      'DE89'.repeat(1_000),
    ];
    const before = performance.now();
    maskText(texts, ['a']);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
