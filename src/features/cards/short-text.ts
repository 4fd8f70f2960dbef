import { splitRich } from '#src/telegram/rich-text.ts';

/** A person's text on one line, at most `max` UTF-16 units, with a mark where it was cut. */
export function shortText(text: string, max: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= max) return line;
  const [start] = splitRich({ text: line }, max - 1);
  return `${(start?.text ?? '').trimEnd()}…`;
}
