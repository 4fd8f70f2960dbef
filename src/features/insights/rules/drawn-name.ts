import { displayName } from '#src/features/fans/index.ts';
import type { TopFan } from '../insight.ts';

/** A fan's name as it can be drawn. `spelt`: the whole name, when the picture does not show it. */
export interface DrawnName {
  readonly drawn: string;
  readonly spelt: string | null;
}

/**
 * What the pictures' font (Noto Sans) has for names: Latin, Greek and Cyrillic letters, digits and common marks. Left
 * out are letters of other scripts and signs, for which it would draw empty boxes, and marks that stand on letters (most
 * letters have them built in): piled up, they would run into other rows.
 */
const inFont =
  /^[ -~\u00a1-\u02ff\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u03f0-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a№€]$/u;
const letter = /[\p{L}\p{N}]/u;
/** Longest name that has room beside its number. */
const maxDrawn = 32;

/** The name of the fan at this place of the list (from 1), without what the font lacks. */
export function drawnName(fan: TopFan, place: number): DrawnName {
  const whole = displayName(fan).normalize('NFC');
  const lost = Array.from(whole).some((one) => letter.test(one) && !inFont.test(one));
  const name = drawable(whole);
  if (!lost && letter.test(name)) return { drawn: shortened(name), spelt: null };
  const handle = /^\w+$/.test(fan.username ?? '') ? `@${fan.username}` : `№ ${place}`;
  return { drawn: shortened(handle), spelt: whole };
}

/** The characters that the font has, without the signs between them. */
export function drawable(text: string): string {
  const kept = Array.from(text).filter((character) => inFont.test(character));
  return kept.join('').replace(/\s+/g, ' ').trim();
}

/** At most as long as there is room for; for texts of the font's characters, which are one UTF-16 unit each. */
export function shortened(text: string): string {
  return text.length <= maxDrawn ? text : `${text.slice(0, maxDrawn - 1).trimEnd()}…`;
}
