import type { MessageEntity } from 'grammy/types';
import type { RichText } from '#src/telegram/say.ts';
import { fold } from './fold.ts';
import type { Term } from './terms-of.ts';
import { runsOf } from './words.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Longest snippet, and how much of it may stand before what was found, in UTF-16 units. */
const longest = 160;
const before = 48;

/** Of longer texts only so much is looked at. */
const mostLookedAt = 4_096;

/** The part of a text (on one line already) around what was found, which is bold; its beginning where nothing was. */
export function snippetOf(text: string, terms: readonly Term[]): RichText {
  const spans = spansOf(text.slice(0, mostLookedAt), terms);
  const first = spans[0]?.start ?? 0;
  const start = text.length <= longest || first <= before ? 0 : wordStart(text, first - before);
  const end = start + longest >= text.length ? text.length : wordEnd(text, start + longest);
  const lead = start > 0 ? '…' : '';
  const shown = `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  const entities = spans
    .filter((span) => span.start < end && span.end > start)
    .map((span): MessageEntity => {
      const from = Math.max(span.start, start);
      const offset = lead.length + from - start;
      return { type: 'bold', offset, length: Math.min(span.end, end) - from };
    });
  return { text: shown, entities };
}

/** Where the terms stand in a text, in order and without overlap: whole words, in scripts without spaces what was typed. */
export function spansOf(text: string, terms: readonly Term[]): Span[] {
  const { folded, starts, ends } = foldWithPlaces(text);
  const spans: Span[] = [];
  const add = (from: number, to: number) => {
    const start = starts[from];
    const end = ends[to - 1];
    if (start !== undefined && end !== undefined && end > start) spans.push({ start, end });
  };
  for (const run of runsOf(folded)) {
    for (const term of terms) {
      if (term.dense && run.dense) {
        let at = run.text.indexOf(term.text);
        for (; at >= 0; at = run.text.indexOf(term.text, at + term.text.length)) {
          add(run.at + at, run.at + at + term.text.length);
        }
      } else if (run.text === term.text || (term.beginning && run.text.startsWith(term.text))) {
        add(run.at, run.at + run.text.length);
      }
    }
  }
  return merged(spans);
}

/** The folded text, and for each of its units where in the text the character begins and ends that it came from. */
function foldWithPlaces(text: string) {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const piece = fold(match[0]);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { folded, starts, ends };
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else result.push(span);
  }
  return result;
}

/** The beginning of a word at or a little after this place; the place itself where there are no spaces. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space >= 0 && space < at + before / 2 ? space + 1 : outsidePair(text, at);
}

/** The end of a word at or a little before this place. */
function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > at - before / 2 ? space : outsidePair(text, at);
}

function outsidePair(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
