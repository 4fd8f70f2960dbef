import { maskable } from '../mask-text.ts';
import { plainText } from '../plain-text.ts';

const digit = [
  'zero|oh|one|two|three|four|five|six|seven|eight|nine',
  'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve',
  'ноль|один|два|три|четыре|пять|шесть|семь|восемь|девять',
].join('|');
/** Six digits and more, one word each. */
const digitWords = new RegExp(
  `(?<!\\p{L})(?:(?:${digit})[ ,-]{1,2}){5,}(?:${digit})(?!\\p{L})`,
  'gu',
);

/** Contacts and accounts in a text (handles, e-mail, phone, cards, wallets, streets, ids) in the form they are compared in. */
export function findContacts(text: string): string[] {
  const spelled = [...plainText(text).matchAll(digitWords)].map(([found]) => found);
  const written = maskable(text).map(({ kind, text: written }) => {
    switch (kind) {
      case 'phone':
      case 'card':
      case 'id':
        return written.normalize('NFKC').replace(/\D/gu, '');
      case 'handle':
        return plainText(written)
          .replace(/^.*?(?:\.me\/|:\/\/|@|[:=]) ?/u, '')
          .replace(/^\+/u, '');
      case 'iban':
        return written.replace(/[\s-]/gu, '').toUpperCase();
      case 'wallet':
        return written;
      case 'email':
      case 'address':
        return plainText(written);
    }
  });
  return [...spelled, ...written];
}
