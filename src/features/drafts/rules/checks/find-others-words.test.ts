import { describe, expect, test } from 'vitest';
import { findOthersWords } from './find-others-words.ts';

function found(text: string, fanText: string, replyText = 'ok', allowed: string[] = []): string[] {
  return findOthersWords(text, [{ fanText, replyText }], allowed);
}

describe('words of others are', () => {
  test.each([
    ['Poor Murkwhistle, I hope', 'My cat Murkwhistle has to have an operation', 'murkwhistle'],
    ['poor murkwhistle!', 'my cat is called murkwhistle', 'murkwhistle'],
    [
      'Ich drücke Rumpelwolke die Daumen',
      'Mein Hund Rumpelwolke ist krank und muss weg',
      'rumpelwolke',
    ],
    ['Fuerza para Trastolín', 'mi perro Trastolín está enfermo', 'trastolin'],
    ['ох, Пуфинделий', 'мой кот Пуфинделий заболел', 'пуфинделий'],
    ['モコルンバちゃん、お大事に', '猫のモコルンバが病気です', 'モコルンバ'],
    ['Greetings to Torquay', 'I live near Torquay with my mother', 'torquay'],
    [
      'they fired me on my birthday',
      'Yesterday they fired me on my birthday, can you believe',
      'they fired me on',
    ],
  ])('in %s', (text, fanText, word) => {
    expect(found(text, fanText)).toContain(word);
  });

  test('in what the creator answered somebody', () => {
    expect(found('a kiss for Murkwhistle', 'she is ill', 'ah, poor Murkwhistle, be well')).toEqual([
      'murkwhistle',
    ]);
  });

  test.each([
    ['Murkwhistle is a fine name', 'My cat Murkwhistle is ill', ['my cat is Murkwhistle, too']],
    ['Eine Decke und Tee helfen', 'Meine Decke ist zu klein und der Tee ist kalt', []],
    [
      'I ship in April, on a Sunday, before Christmas',
      'will it come in April or on Sunday before Christmas',
      [],
    ],
    ['Thank you so much', 'I thank you so dearly, much love', []],
    ['これからもよろしくお願いします', '質問です。これからもよろしくお願いします', []],
  ])('not in %s', (text, fanText, allowed) => {
    expect(found(text, fanText, 'ok', allowed)).toEqual([]);
  });

  test('not how the creator speaks, nor the name under an answer', () => {
    const replyText = 'The glaze is my own. Have a quiet evening. Wilma';
    expect(
      found('Have a quiet evening. Wilma', 'thanks dear Wilma, have a quiet evening', replyText),
    ).toEqual([]);
  });

  test('not what many talk of', () => {
    const examples = ['Rome', 'Rome', 'Rome'].map((city) => ({
      fanText: `do you come to ${city} soon`,
      replyText: 'maybe',
    }));
    expect(findOthersWords('I love Rome', examples, [])).toEqual([]);
    expect(findOthersWords('I love Rome', examples.slice(0, 1), [])).toEqual(['rome']);
  });
});
