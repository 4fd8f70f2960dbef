import type { LlmMessage } from '#src/core/llm.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { type ItemKind, type Picked, pickItems, shortText } from './pick-items.ts';
import type { PromptParts } from './prompt-parts.ts';
import { promptRules } from './prompt-rules.ts';
import { quotedJson } from './quoted-json.ts';
import { wishText } from './wish-text.ts';

/** Tokens that a prompt may have, with providers whose context is known, and with those that may cut it silently. */
export const contextBudget = { known: 2_500, unknown: 3_000 } as const;

/** How many of each kind did not go in. */
export interface LeftOut extends Readonly<Record<ItemKind, number>> {
  /** Facts that read like instructions. */
  readonly refusedFacts: number;
  /** Texts that went in without their end. */
  readonly shortened: number;
}

/** A prompt, and what it holds. */
export interface Context {
  readonly messages: readonly LlmMessage[];
  /** Estimated, rather too many. */
  readonly tokens: number;
  readonly used: Readonly<Record<ItemKind, number>>;
  readonly leftOut: LeftOut;
  /** The facts that it holds. */
  readonly factIds: readonly number[];
}

/** Most of the drafts before that are shown to the model. */
const mostBefore = 6;

/**
 * Builds the prompt: rules and persona first, which stay the same from call to call, then the data about this message as
 * JSON between two lines with the delimiter, then what is wanted. `delimiter` is random and new for each call; the data
 * cannot hold the line that ends it, since it is made longer until it occurs nowhere, and JSON has no line breaks.
 * The message that is answered always goes in, whatever the budget (in tokens). `most`: so many of each kind at most.
 */
export function buildContext(
  parts: PromptParts,
  budget: number,
  delimiter: string,
  most?: Context['used'],
): Context {
  const before = parts.wish.before.slice(-mostBefore).map((text) => shortText(text));
  const wish = wishText(parts.wish);
  const frame = [
    promptRules,
    wish,
    quotedJson(before),
    dataFrame,
    parts.fanName,
    delimiter,
    delimiter,
  ];
  const frameTokens = estimateTokens(frame.join('\n'));
  const { items, tokens } = pickItems(parts, budget - frameTokens, most);

  const data = dataLines(parts, items, before);
  const persona = items.persona.map(({ value }) => `- ${String(value).replace(/\s+/gu, ' ')}`);
  const mark = markOutside(delimiter, [...data, ...persona]);
  const used = counts((kind) => items[kind].length);
  return {
    messages: [
      { role: 'system', content: [promptRules, '', 'persona:', ...persona].join('\n') },
      { role: 'user', content: [`DATA ${mark}`, ...data, `END ${mark}`, wish].join('\n') },
    ],
    tokens: frameTokens + tokens,
    used,
    factIds: parts.facts.slice(0, used.facts).map(({ id }) => id),
    leftOut: {
      ...counts((kind) => given(parts, kind) - used[kind]),
      refusedFacts: parts.refusedFacts,
      shortened: Object.values(items)
        .flat()
        .reduce((sum, { shortened }) => sum + shortened, 0),
    },
  };
}

/** What stands around the data, to be counted. */
const dataFrame =
  'persona:\nDATA END {"faq":[]}{"examples":[]}{"fan":"","facts":[]}{"summary":""}{"turns":[]}{"before":[]}';

/** One line for each kind; the newest turn is the last. */
function dataLines(
  parts: PromptParts,
  items: Picked['items'],
  before: readonly string[],
): string[] {
  const values = (kind: ItemKind): unknown[] => items[kind].map(({ value }) => value);
  const fan = parts.fanName === null ? null : shortText(parts.fanName, 64);
  return [
    { faq: values('faq') },
    { examples: values('examples') },
    { fan, facts: values('facts') },
    { summary: values('summary')[0] ?? null },
    { turns: values('turns').reverse() },
    ...(before.length > 0 ? [{ before }] : []),
  ].map(quotedJson);
}

function given(parts: PromptParts, kind: ItemKind): number {
  return kind === 'summary' ? Number(parts.summary !== null) : parts[kind].length;
}

function counts(count: (kind: ItemKind) => number): Record<ItemKind, number> {
  return {
    persona: count('persona'),
    faq: count('faq'),
    examples: count('examples'),
    facts: count('facts'),
    summary: count('summary'),
    turns: count('turns'),
  };
}

/** The delimiter, made longer until it occurs in none of the texts. */
function markOutside(delimiter: string, texts: readonly string[]): string {
  const all = texts.join('\n').toLowerCase();
  let mark = delimiter;
  while (all.includes(mark.toLowerCase())) mark += 'x';
  return mark;
}
