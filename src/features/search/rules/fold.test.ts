import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';

describe('folding', () => {
  test.each([
    ['José Íñigo', 'jose inigo'],
    ['Straße', 'strasse'],
    ['Алёна', 'алена'],
    ['МОЙ', 'мой'],
    ['ЙОД', 'йод'],
    ['مُحَمَّد', 'محمد'],
    ['أحمد', 'احمد'],
    ['جميلة', 'جميله'],
    ['ＡＢＣ', 'abc'],
    ['ｶﾒﾗ', 'カメラ'],
    ['が', 'が'],
    ['각', '각'],
    ['İstanbul', 'istanbul'],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('what is folded stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
