/** Longest ending that counts, in words and UTF-16 units. */
const most = { words: 3, units: 40 };

/**
 * What a text ends with after its last sentence or on a line of its own, without emoji; undefined
 * when nothing stands before it or it is longer than a few words.
 */
export function signOffOf(text: string): string | undefined {
  const bare = text.replace(
    /(?:[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}!.…]|\ufe0f)+$/u,
    '',
  );
  const match = /[.!?…,。！？\n]\s*([^.!?…,。！？\n]+)$/u.exec(bare);
  if (!match || match.index === 0) return undefined;
  const ending = (match[1] ?? '')
    .replace(/[^\p{L}\p{M}\p{N}\s'’]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!/\p{L}/u.test(ending) || ending.length > most.units) return undefined;
  return ending.split(' ').length > most.words ? undefined : ending;
}
