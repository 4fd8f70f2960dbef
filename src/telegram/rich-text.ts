import { FormattedString } from '@grammyjs/parse-mode';
import type { RichText } from '#src/telegram/say.ts';

/** Longest text of a message, in UTF-16 units after entity parsing (Bot API, sendMessage). */
export const maxText = 4096;
/** Longest caption (Bot API, sendPhoto and others). */
export const maxCaption = 1024;

/** The pieces one after another, with their formatting kept in place. */
export function joinRich(...pieces: readonly (string | RichText)[]): RichText {
  return toRich(FormattedString.join(pieces.map(toFormatted)));
}

/** The text in bold. */
export function bold(text: string): RichText {
  return toRich(FormattedString.bold(text));
}

/** The text in italics. */
export function italic(text: string): RichText {
  return toRich(FormattedString.italic(text));
}

/** The text as a quotation that opens with a tap where it is long. */
export function quote(text: string): RichText {
  return { text, entities: [{ type: 'expandable_blockquote', offset: 0, length: text.length }] };
}

/** The part of a text between two places (UTF-16 units), with the formatting that stands on it. */
export function sliceRich(rich: RichText, start: number, end: number): RichText {
  return toRich(toFormatted(rich).slice(start, end));
}

/**
 * Cuts a text into pieces of at most `max` UTF-16 units, preferably after a line or a word, never inside a surrogate
 * pair. Formatting that crosses a cut goes on in the next piece. An empty text gives no piece.
 */
export function splitRich(rich: RichText, max: number): RichText[] {
  const whole = toFormatted(rich);
  const pieces: RichText[] = [];
  let start = 0;
  while (start < rich.text.length) {
    const end = cutAt(rich.text, start, max);
    pieces.push(toRich(whole.slice(start, end)));
    start = end;
  }
  return pieces;
}

function cutAt(text: string, start: number, max: number): number {
  const limit = start + max;
  if (limit >= text.length) return text.length;
  const earliest = start + Math.floor(max / 2);
  for (const separator of ['\n', ' ']) {
    const found = text.lastIndexOf(separator, limit - 1);
    if (found >= earliest) return found + 1;
  }
  const unit = text.charCodeAt(limit - 1);
  const insidePair = unit >= 0xd800 && unit <= 0xdbff;
  return insidePair ? limit - 1 : limit;
}

function toFormatted(piece: string | RichText): FormattedString {
  return typeof piece === 'string'
    ? new FormattedString(piece, [])
    : new FormattedString(piece.text, [...(piece.entities ?? [])]);
}

function toRich(formatted: FormattedString): RichText {
  return { text: formatted.text, entities: formatted.entities };
}
