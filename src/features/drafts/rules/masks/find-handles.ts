import { type Finder, type Span, spansOf, withoutOverlaps } from './span.ts';

const at = /(?<![\p{L}\p{N}_@])@[\p{L}_][\p{L}\p{N}_]{2,31}(?:\.[\p{L}\p{N}_]{1,31}){0,3}/gu;
const link =
  /(?:https?:\/\/)?(?<![\p{L}\p{N}_.-])(?:www\.)?(?:t|telegram)\s?\.\s?(?:me|dog)\s?\/\s?[^\s<>"'()[\]]{1,200}|(?<![\p{L}\p{N}_.-])[a-z0-9_]{4,32}\.t\.me\b|\btg:\/\/[^\s<>"'()[\]]{1,200}/giu;
const named =
  /(?<![\p{L}\p{N}_])(?:insta|instagram|ig|tg|telegram|telega|телеграм|тг|инста|інста|snap|snapchat|tiktok|twitter|discord)\s?(?:[:=]|is|es|это|ist)\s?@?(?<it>[a-z0-9_.]{3,32})/dgiu;

/** Handles with @, links to people and chats on Telegram, and handles named as such (`insta: anna.b`). */
export const findHandles: Finder = (text) =>
  withoutOverlaps(
    [...spansOf(text, at), ...spansOf(text, link), ...spansOf(text, named)].map((span) =>
      trimmed(text, span),
    ),
  );

/** Without the signs that end a sentence. */
function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end).replace(/[.,!?;:…]+$/u, '');
  return { start, end: start + written.length };
}
