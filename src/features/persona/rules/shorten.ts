import { splitRich } from '#src/telegram/rich-text.ts';

/** The text, with its end cut off where it has more UTF-16 units. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const [beginning] = splitRich({ text }, most - 1);
  return `${beginning?.text.trimEnd() ?? ''}…`;
}
