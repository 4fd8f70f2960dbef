const wide =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{Extended_Pictographic}]/gu;

/** About how many tokens a text has: three characters each, one each in scripts without an alphabet. Rather too many. */
export function estimateTokens(text: string): number {
  const wideCount = text.match(wide)?.length ?? 0;
  return Math.ceil((text.length - wideCount) / 3 + wideCount);
}
