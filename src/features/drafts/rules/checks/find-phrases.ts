import { phrasePattern } from '../phrases.ts';
import { plainText } from '../plain-text.ts';
import { identityWords } from './identity-words.ts';
import { promiseWords } from './promise-words.ts';
import { findTimes } from './find-times.ts';
import { romanceSigns, romanceWords, tenderSigns, tenderWords } from './romance-words.ts';
import { withoutFigures } from './without-figures.ts';

const promises = phrasePattern(promiseWords);
const identities = phrasePattern(identityWords);
const romances = phrasePattern(romanceWords);
const tender = phrasePattern(tenderWords);

/** Says when something takes place; no invention where the time is known. */
const announcement =
  /^(?:see you (?:at|on|there)|nos vemos (?:el|a las|en|no|na|em|as)|wir treffen uns|увидимся (?:в|на|у)|побачимось (?:в|у|на|о))$/u;
/** With these it is a date for two. */
const forTwo =
  /(?<![\p{L}\p{N}])(?:my|mine|your|just us|alone|bei (?:mir|dir|ihnen)|zu zweit|allein|mi (?:casa|piso)|tu (?:casa|piso)|a solas|minha casa|sua casa|(?:у|до|к) (?:меня|тебя|мене|тебе|мне)|вдвоем|удвох)(?![\p{L}\p{N}])/u;

/**
 * Promises, offers and appointments in a text that are not in the source (a `plainText`, and what its `findTimes` mean):
 * known is one that stands there with the same word before or after it ("is free of charge", "I promise an answer"), and when something takes place that the source
 * gives the same time for. What only sounds so is none (`withoutFigures`).
 */
export function findPromises(
  text: string,
  plainSource: string,
  times: ReadonlySet<string> = new Set(),
): string[] {
  const whole = plainText(text);
  if (whole.search(promises) < 0) return [];
  const plain = withoutFigures(whole);
  const known = ` ${withoutFigures(plainSource)} `;
  return [...plain.matchAll(promises)]
    .filter(({ 0: found, index }) => {
      const before = /[\p{L}\p{N}']+ ?$/u.exec(plain.slice(0, index))?.[0] ?? '';
      const after = /^ ?[\p{L}\p{N}']+/u.exec(plain.slice(index + found.length))?.[0] ?? '';
      const inContext = [before && before + found, after && found + after].filter((it) => it);
      return !(inContext.length > 0 ? inContext : [found]).some((it) => known.includes(it));
    })
    .filter(
      ({ 0: found, index }) =>
        !(announcement.test(found) && isKnownTime(plain.slice(index), times)),
    )
    .map(([found]) => found.trim());
}

/** Whether the sentence at the beginning names times, all of them known, and nobody's home. */
function isKnownTime(plain: string, known: ReadonlySet<string>): boolean {
  const sentence = /^[^!?;。！？|]*?(?=[!?;。！？|]|\. |\.?$)/u.exec(plain)?.[0] ?? plain;
  const named = findTimes(sentence);
  return (
    named.length > 0 &&
    named.every(({ means }) => means.some((it) => known.has(it))) &&
    !forTwo.test(sentence)
  );
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
