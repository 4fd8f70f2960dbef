import { shortText } from '#src/features/drafts/index.ts';

/** What a model is told at once: messages, and UTF-16 units of one and of all of them. */
const most = { messages: 40, inOne: 600, inAll: 12_000 } as const;

/** Of what came before a piece: messages and units of each. */
const mostEarlier = { messages: 4, inOne: 200 } as const;

/** A text with as much of it as a model is told. */
export type Shown<Text> = Text & { readonly shown: string };

/** A part of what is to be read. */
export interface Piece<Text> {
  /** The oldest of what is to be read, in order; one at least. */
  readonly lines: readonly Shown<Text>[];
  /** Whether that is all of it. */
  readonly isLast: boolean;
}

/** The first piece of what is to be read, which is not empty: where it takes several, they are about equally long. */
export function pieceOf<Text extends { readonly text: string }>(
  unread: readonly Text[],
): Piece<Text> {
  const pieces = Math.ceil(unread.length / most.messages);
  const lines: Shown<Text>[] = [];
  let room: number = most.inAll - mostEarlier.messages * mostEarlier.inOne;
  for (const line of unread.slice(0, Math.ceil(unread.length / pieces))) {
    const shown = shortText(line.text, most.inOne);
    room -= shown.length;
    if (room < 0) break;
    lines.push({ ...line, shown });
  }
  return { lines, isLast: lines.length === unread.length };
}

/** The last few of what was said before a piece, in order, shortened. */
export function earlierOf<Text extends { readonly text: string }>(
  before: readonly Text[],
): Shown<Text>[] {
  return before
    .slice(-mostEarlier.messages)
    .map((line) => ({ ...line, shown: shortText(line.text, mostEarlier.inOne) }));
}
