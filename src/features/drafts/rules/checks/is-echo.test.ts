import { describe, expect, test } from 'vitest';
import { isEcho } from './is-echo.ts';

describe('an echo is', () => {
  test.each([
    ['The cat is sick again and I’m worried', "the cat is sick again and I'm worried!"],
    ['Do you ship hoodies to Australia? I love them so much', 'I love them so much 💛'],
    ['are you single?', 'Are you single?'],
    ['поругалась с мамой, сижу реву', 'Поругалась с мамой, сижу, реву'],
    ['昨日の猫の絵に泣きました', '昨日の猫の絵に泣きました♪'],
    [
      'my exam went badly and I feel stupid',
      'Hello! My exam went badly and I feel stupid. It is all good.',
    ],
  ])('of %s: %s', (said, text) => {
    expect(isEcho(text, ['hi', said], '')).toBe(true);
  });

  test.each([
    ['Good night, sleep well!', 'Good night, sleep well!'],
    ['Happy new year to you', 'Happy new year to you and yours, and thank you for all of it'],
    ['thank you so much', 'Thank you so much!'],
    ['do you ship to australia?', 'I do ship to Australia, it takes a while'],
    ['¿Qué tal?', '¿Qué tal?'],
    ['how long does the parcel take?', 'The parcel takes a while, send me your number'],
    ['配信の曜日を教えてください', 'ありがとう、元気です'],
    ['', 'whatever it may be, thank you'],
  ])('not after %s: %s', (said, text) => {
    expect(isEcho(text, [said], '')).toBe(false);
  });

  test('not what the creator says in the same words', () => {
    const text = 'have fun and stay weird everyone';
    expect(isEcho(text, ['Have fun and stay weird, everyone'], '')).toBe(true);
    expect(isEcho(text, [text], 'my closing: have fun and stay weird, everyone!')).toBe(false);
  });
});
