/** Where the first draft's text begins: as an object with a text, or as a text by itself (see `readProposal`). */
const beginning = /"drafts"\s*:\s*\[\s*(?:\{\s*"text"\s*:\s*)?"/u;

/** That no risk was named, which must be said before. */
const noRisk = /"risk"\s*:\s*\[\s*\]/u;

/** A text that is still being written. */
export interface PartialText {
  readonly text: string;
  /** It is written to its end. */
  readonly whole: boolean;
}

/**
 * What there is of the first draft in an answer that is still growing; empty before it has begun, where it cannot be
 * read, and where the answer has not said yet that there is no risk. Never half of an escape or of a character: of any beginning of an answer it is a beginning of what `readProposal`
 * finds in the whole.
 */
export function partialProposal(answer: string): PartialText {
  const found = beginning.exec(answer);
  if (!found || !noRisk.test(answer.slice(0, found.index))) return { text: '', whole: false };
  const from = found.index + found[0].length;
  const { end, whole } = endOfText(answer, from);
  const written = parsed(`"${answer.slice(from, end)}"`);
  return { text: clean(whole ? written : withoutHalf(written)), whole };
}

/** The place behind the last character that is there as a whole, escapes taken as one. */
function endOfText(answer: string, from: number): { end: number; whole: boolean } {
  let at = from;
  while (at < answer.length) {
    const sign = answer.charAt(at);
    if (sign === '"') return { end: at, whole: true };
    const length = sign !== '\\' ? 1 : answer.charAt(at + 1) === 'u' ? 6 : 2;
    if (at + length > answer.length) break;
    at += length;
  }
  return { end: at, whole: false };
}

function parsed(json: string): string {
  try {
    return JSON.parse(json) as string;
  } catch {
    return '';
  }
}

/** The second half of a character may come as the next escape. */
function withoutHalf(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}

/** As `readProposal` cleans it. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').trim();
}
