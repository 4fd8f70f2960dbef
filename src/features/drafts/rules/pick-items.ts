import { estimateTokens } from './estimate-tokens.ts';
import { hidden } from './plain-text.ts';
import type { PromptParts } from './prompt-parts.ts';
import { quotedJson } from './quoted-json.ts';

/** Kinds of what a prompt may hold, each of which is cut by itself. */
export type ItemKind = 'persona' | 'faq' | 'examples' | 'facts' | 'summary' | 'turns';

/** Longest single text, in UTF-16 units: of the message that is answered, and of any other. */
const longestLast = 1_500;
const longestOther = 500;

/** How many of each kind go in, round after round, while there is room. The last round of a kind is its most. */
const rounds: readonly (readonly [ItemKind, number])[] = [
  ['turns', 4],
  ['persona', 12],
  ['faq', 2],
  ['examples', 4],
  ['facts', 6],
  ['turns', 8],
  ['summary', 1],
  ['persona', 40],
  ['examples', 6],
  ['facts', 12],
  ['faq', 6],
  ['turns', 12],
  ['examples', 10],
];

/** One thing as it stands in the prompt. */
interface Item {
  readonly value: unknown;
  /** Texts in it of which the end is missing. */
  readonly shortened: number;
}

/** What was picked, in the order of `PromptParts` but for turns, which are newest first. */
export interface Picked {
  readonly items: Readonly<Record<ItemKind, readonly Item[]>>;
  /** Estimated tokens of all of it. */
  readonly tokens: number;
}

/**
 * Picks what fits into so many tokens, the most telling first, of each kind not more than `limits` says. The message that is
 * answered is picked in any case.
 */
export function pickItems(
  parts: PromptParts,
  room: number,
  limits?: Readonly<Record<ItemKind, number>>,
): Picked {
  const all = itemsOf(parts);
  const items: Record<ItemKind, Item[]> = {
    persona: [],
    faq: [],
    examples: [],
    facts: [],
    summary: [],
    turns: [],
  };
  const full = new Set<ItemKind>();
  let tokens = 0;
  for (const [kind, most] of rounds) {
    const end = Math.min(most, limits?.[kind] ?? most);
    for (const item of all[kind].slice(items[kind].length, end)) {
      if (full.has(kind)) break;
      const cost = estimateTokens(quotedJson(item.value)) + 1;
      const isAnswered = kind === 'turns' && items.turns.length === 0;
      if (tokens + cost > room && !isAnswered) full.add(kind);
      else {
        items[kind].push(item);
        tokens += cost;
      }
    }
  }
  return { items, tokens };
}

function itemsOf(parts: PromptParts): Record<ItemKind, Item[]> {
  const newestFirst = [...parts.turns].reverse();
  return {
    persona: parts.persona.map((line) => item([line], ([text]) => text)),
    faq: parts.faq.map(({ question, answer }) =>
      item([question, answer], ([question, answer]) => ({ question, answer })),
    ),
    examples: parts.examples.map(({ fanText, replyText }) =>
      item([fanText, replyText], ([fan, creator]) => ({ fan, creator })),
    ),
    facts: parts.facts.map(({ day, text }) => item([day, text], ([day, fact]) => ({ day, fact }))),
    summary: parts.summary ? [item([parts.summary.text], ([text]) => text)] : [],
    turns: newestFirst.map(({ from, text }, index) =>
      item([text], ([text]) => ({ from, text }), index === 0 ? longestLast : longestOther),
    ),
  };
}

function item(
  texts: readonly string[],
  shape: (texts: readonly string[]) => unknown,
  longest = longestOther,
): Item {
  const short = texts.map((text) => shortText(text, longest));
  // A shortened text is one longer than allowed, by the sign that says so.
  return { value: shape(short), shortened: short.filter((text) => text.length > longest).length };
}

/** A text without hidden characters, not longer than `longest` and the sign that says so. */
export function shortText(text: string, longest: number = longestOther): string {
  const clean = text.replace(hidden, '').toWellFormed();
  return clean.length <= longest ? clean : `${clean.slice(0, longest).toWellFormed()}…`;
}
