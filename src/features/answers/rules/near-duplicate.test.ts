import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNearDuplicate, likeness, shapeOf } from './near-duplicate.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });

test('a text is like itself, whatever its case and signs, and likeness has no order', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [first, second] = [shapeOf(a), shapeOf(b)];
      expect(likeness(first, shapeOf(`${a} !`))).toBe(1);
      expect(likeness(first, second)).toBe(likeness(second, first));
      expect(isNearDuplicate(first, second)).toBe(likeness(first, second) >= 0.8);
    }),
  );
});

test.each([
  ['Thank you so much!!', 'thank you so much ❤️', true],
  ['Yes, I ship to Canada and Mexico as well', 'Yes, I ship to Canada and Mexico as wel', true],
  ['配信は金曜日です', '配信は金曜日です！', true],
  ['Yes, I do customs', 'No, I do no customs', false],
  ['Да, конечно', 'Нет, никогда', false],
])('“%s” and “%s”: %s', (a, b, same) => {
  expect(isNearDuplicate(shapeOf(a), shapeOf(b))).toBe(same);
});
