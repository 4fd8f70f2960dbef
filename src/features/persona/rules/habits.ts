import type { EmojiHabit, EmojiUse } from '../persona.ts';
import { emojiOf } from './emoji-use.ts';
import { greetingOf } from './greetings.ts';
import { ofFan } from './language-tags.ts';
import { languageUsed } from './language-used.ts';
import { lineKey } from './read-lines.ts';
import { signOffOf } from './sign-off.ts';

/** A reply of the creator's, and to whom it went: a number for each thread. */
export interface OwnReply {
  readonly text: string;
  readonly thread: number;
}

/** How somebody writes, as their replies show; what they do not show is null or empty. */
export interface Habits {
  /** Different replies that were looked at. */
  readonly replies: number;
  /** Tags, the most used first; `fan` where these are many: then fans are answered in their own. */
  readonly languages: readonly string[];
  /** What half of the replies lie between. */
  readonly length: {
    readonly unit: 'words' | 'characters';
    readonly from: number;
    readonly to: number;
  };
  readonly emoji: EmojiUse;
  readonly greetings: readonly string[];
  readonly signOffs: readonly string[];
  /** Replies begin with a small letter. */
  readonly smallLetters: boolean;
  /** Sentences at the end have no full stop. */
  readonly noFullStop: boolean;
  readonly exclamation: 'often' | 'hardly' | null;
}

/** What stands in fewer replies is chance. */
const shares = {
  language: 0.15,
  languages: 0.9,
  greeting: 0.1,
  signOff: 0.1,
  most: 0.6,
  often: 0.4,
  hardly: 0.03,
};
const times = { language: 3, languages: 10, greeting: 4, signOff: 5 };
/** To how many people an ending must have gone, so that nobody's name is taken for one. */
const signOffThreads = 3;

/** How these replies are written. A reply that was sent several times counts once. */
export function habitsOf(all: readonly OwnReply[]): Habits {
  const replies = [...new Map(all.map((reply) => [lineKey(reply.text), reply])).values()];
  const texts = replies.map(({ text }) => text);
  const share = (is: (text: string) => boolean) => texts.filter(is).length / (texts.length || 1);
  const exclaims = share((text) => /[!！]/u.test(text));
  return {
    replies: texts.length,
    languages: languagesOf(texts),
    length: usualLength(texts),
    emoji: emojiUse(texts),
    greetings: often(texts.map(greetingOf), shares.greeting, times.greeting, texts.length).slice(
      0,
      3,
    ),
    signOffs: signOffsOf(replies),
    smallLetters: share((text) => /^[^\p{L}]*\p{Ll}/u.test(text)) >= shares.most,
    noFullStop: share((text) => /[\p{L}\p{N}]$/u.test(withoutEmoji(text))) >= shares.most,
    exclamation: exclaims >= shares.often ? 'often' : exclaims <= shares.hardly ? 'hardly' : null,
  };
}

/** What comes up in so many of the texts and so often, the most frequent first. Shares are of `of`, else of what is there. */
function often(
  found: readonly (string | undefined)[],
  share: number,
  least: number,
  of?: number,
): string[] {
  const counts = new Map<string, number>();
  for (const one of found) if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1);
  const total = of ?? [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts]
    .filter(([, count]) => count >= least && count >= total * share)
    .toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([one]) => one);
}

function languagesOf(texts: readonly string[]): string[] {
  const used = texts.map(languageUsed).filter((language) => language !== undefined);
  if (used.length < times.languages) return [];
  const main = often(used, shares.language, times.language);
  const covered = used.filter((language) => main.includes(language)).length;
  return covered >= used.length * shares.languages ? main : [ofFan];
}

function usualLength(texts: readonly string[]): Habits['length'] {
  // Writing without spaces has no words to count.
  const dense = texts.filter((text) =>
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(text),
  );
  const unit = dense.length > texts.length / 2 ? 'characters' : 'words';
  const lengths = texts
    .map((text) =>
      unit === 'words'
        ? (text.match(/[\p{L}\p{N}\p{M}'’-]+/gu)?.length ?? 0)
        : Array.from(text).length,
    )
    .toSorted((a, b) => a - b);
  const at = (part: number) => lengths[Math.floor((lengths.length - 1) * part)] ?? 0;
  return { unit, from: Math.max(1, at(0.25)), to: Math.max(1, at(0.75)) };
}

function emojiUse(texts: readonly string[]): EmojiUse {
  const found = texts.map(emojiOf);
  const withAny = found.filter((emoji) => emoji.length > 0).length / (texts.length || 1);
  const habit: EmojiHabit =
    withAny <= shares.hardly ? 'none' : withAny >= shares.most ? 'many' : 'few';
  const favourites = often(
    found.flatMap((emoji) => [...new Set(emoji)]),
    0,
    3,
  ).slice(0, 5);
  return { habit, favourites: habit === 'none' ? [] : favourites };
}

function signOffsOf(replies: readonly OwnReply[]): string[] {
  const endings = replies.map(({ text, thread }) => ({ ending: signOffOf(text), thread }));
  const frequent = often(
    endings.map(({ ending }) => ending),
    shares.signOff,
    times.signOff,
    replies.length,
  );
  return frequent
    .filter(
      (one) =>
        new Set(endings.filter(({ ending }) => ending === one).map(({ thread }) => thread)).size >=
        signOffThreads,
    )
    .slice(0, 2);
}

function withoutEmoji(text: string): string {
  return text.replace(/(?:[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}]|\ufe0f)+$/u, '');
}
