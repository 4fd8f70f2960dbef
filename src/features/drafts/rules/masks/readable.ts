import { hidden, westernDigit } from '../plain-text.ts';

/** A text in which patterns find what people wrote, and where each of its units stood in the original. */
export interface Readable {
  readonly text: string;
  /** The place in the original of a place in `text`; the length stands for the end. */
  at(place: number): number;
}

/** Joiners, and the marks that make an emoji of a digit. */
const joiner = /^(?:\u200c|\u200d|\ufe0f|\u20e3)$/u;
const fullWidth = /^[\uff01-\uff5e]$/u;
/** Whether there may be anything to change at all; most texts have nothing. */
const special =
  /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cc}\u20e3\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff01-\uff5e]/u;

/** Takes out what is not seen, and writes digits of all scripts and full-width signs as ASCII; otherwise unchanged. */
export function readable(original: string): Readable {
  if (!special.test(original)) return { text: original, at: (place) => place };
  const places: number[] = [];
  let text = '';
  let from = 0;
  for (const character of original) {
    const seen = seenAs(character);
    for (let unit = 0; unit < seen.length; unit += 1) places.push(from + unit);
    text += seen;
    from += character.length;
  }
  return { text, at: (place) => places[place] ?? original.length };
}

function seenAs(character: string): string {
  if (joiner.test(character) || character.replace(hidden, '') === '') return '';
  if (!fullWidth.test(character)) return westernDigit(character);
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
