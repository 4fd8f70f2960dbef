import { phrasePattern } from '../phrases.ts';
import { plainText } from '../plain-text.ts';
import { identityWords } from './identity-words.ts';
import { promiseWords } from './promise-words.ts';
import { romanceSigns, romanceWords, tenderSigns, tenderWords } from './romance-words.ts';

const promises = phrasePattern(promiseWords);
const identities = phrasePattern(identityWords);
const romances = phrasePattern(romanceWords);
const tender = phrasePattern(tenderWords);

/**
 * Promises, offers and appointments in a text that are not in the source (a `plainText`): known is one that stands there with the same
 * word before or after it ("is free of charge", "I promise an answer").
 */
export function findPromises(text: string, plainSource: string): string[] {
  const plain = plainText(text);
  const known = ` ${plainSource} `;
  return [...plain.matchAll(promises)]
    .filter(({ 0: found, index }) => {
      const before = /[\p{L}\p{N}']+ ?$/u.exec(plain.slice(0, index))?.[0] ?? '';
      const after = /^ ?[\p{L}\p{N}']+/u.exec(plain.slice(index + found.length))?.[0] ?? '';
      const inContext = [before && before + found, after && found + after].filter((it) => it);
      return !(inContext.length > 0 ? inContext : [found]).some((it) => known.includes(it));
    })
    .map(([found]) => found.trim());
}

/** Claims to be, or not to be, a person or a machine. */
export function findIdentity(text: string): string[] {
  return all(text, identities);
}

/** Words and signs of love and sex; with `tenderToo` also pet names and kisses. */
export function findRomance(text: string, tenderToo: boolean): string[] {
  const signs = romanceSigns.exec(text) ?? (tenderToo ? tenderSigns.exec(text) : null);
  return [
    ...all(text, romances),
    ...(tenderToo ? all(text, tender) : []),
    ...(signs ? [signs[0]] : []),
  ];
}

function all(text: string, pattern: RegExp): string[] {
  return [...plainText(text).matchAll(pattern)].map(([found]) => found.trim());
}
