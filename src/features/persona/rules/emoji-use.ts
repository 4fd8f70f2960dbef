import { refuse, type Result } from '#src/core/result.ts';
import type { EmojiHabit, EmojiUse } from '../persona.ts';

/** Favourites that are kept. */
export const mostFavourites = 10;

/** Words for the habits, in the languages of the bot. */
const habitWords: readonly (readonly [EmojiHabit, RegExp])[] = [
  [
    'none',
    /(?:^|\P{L})(?:none|no|never|keine|nie|ninguno|nunca|нет|никаких|никогда|без)(?!\p{L})/iu,
  ],
  ['few', /(?:^|\P{L})(?:few|some|wenige?|pocos|algunos|мало|немного|иногда)(?!\p{L})/iu],
  ['many', /(?:^|\P{L})(?:many|lots?|viele|muchos|много)(?!\p{L})/iu],
];

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const pictured = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3)/u;

/** The emoji of a text, one after another; flags and families are one each. */
export function emojiOf(text: string): string[] {
  return [...graphemes.segment(text)]
    .map(({ segment }) => segment)
    .filter((one) => pictured.test(one));
}

/** Reads what a person typed of emoji: `none`, `few` or `many` (a word of the bot's languages), and favourite ones. */
export function readEmoji(typed: string): Result<{ use: EmojiUse }, 'empty' | 'no-emoji'> {
  if (typed.trim() === '') return refuse('empty');
  const found = habitWords.find(([, words]) => words.test(typed))?.[0];
  const favourites = [...new Set(emojiOf(typed))].slice(0, mostFavourites);
  if (found === undefined && favourites.length === 0) return refuse('no-emoji');
  const habit = found ?? 'few';
  return { ok: true, use: { habit, favourites: habit === 'none' ? [] : favourites } };
}

/** How the use of emoji is stored, which `readEmoji` reads back as the same. */
export function emojiLine({ habit, favourites }: EmojiUse): string {
  return [habit, ...favourites].join(' ');
}
