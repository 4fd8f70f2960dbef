import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutNames } from './without-names.ts';

const anna = { firstName: 'Anna', lastName: 'Will', username: 'anna_will' };
const named = (firstName: string, lastName: string | null = null) => ({
  firstName,
  lastName,
  username: null,
});

describe('a name by which a fan is called leaves room for another one', () => {
  test.each([
    ['Hi Anna! How are you?', anna, 'Hi {first_name}! How are you?'],
    ['hey anna how are you', anna, 'hey {first_name} how are you'],
    ['Anna, of course', anna, '{first_name}, of course'],
    ['Thank you so much Anna ❤️', anna, 'Thank you so much Anna ❤️'.replace('Anna', '{first_name}')],
    ['Hola José, claro', named('José'), 'Hola {first_name}, claro'],
    ['Привет, Аня! Да', named('Аня'), 'Привет, {first_name}! Да'],
    ['花子さん、ありがとう', named('花子'), '{first_name}さん、ありがとう'],
  ])('%s', (text, fan, expected) => {
    const unnamed = withoutNames(text, fan);
    expect(unnamed.text).toBe(expected);
    expect(unnamed.text).not.toContain(fan.firstName);
  });
});

test('a name elsewhere, or a second one, is not a call', () => {
  expect(withoutNames('I told Anna about it', anna).named).toBe('inside');
  expect(withoutNames('so, did anna tell you', anna).text).toBe('so, did {first_name} tell you');
  expect(withoutNames('Hi Anna! Anna, are you there?', anna).named).toBe('inside');
  expect(withoutNames('Hi Anna!', anna).named).toBe('leading');
  expect(withoutNames('Hi Anna Will!', anna)).toEqual({
    text: 'Hi {first_name}!',
    named: 'leading',
  });
});

test('a word that is not spelled as the name is none', () => {
  expect(withoutNames('of course I will do it', anna).named).toBe('no');
  expect(withoutNames('Susanna and Annabel', anna).named).toBe('no');
  expect(withoutNames('anything', named('')).named).toBe('no');
  expect(withoutNames('A 🌸', named('🌸', 'A')).named).toBe('no');
});

test('whatever a name is made of: it is gone, and the rest stays as it was', () => {
  const name = fc
    .string({ unit: 'binary', minLength: 2, maxLength: 12 })
    .filter((text) => /^\p{L}.*\p{L}$/u.test(text));
  fc.assert(
    fc.property(name, fc.string({ maxLength: 30 }), (firstName, rest) => {
      const { text } = withoutNames(`1 ${firstName} 1 ${rest}`, named(firstName));
      expect(text.startsWith('1 {first_name} 1 ')).toBe(true);
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ maxLength: 50 }),
      (firstName, text) => {
        withoutNames(text, named(firstName, firstName));
      },
    ),
  );
});
