import type { FanId, MessageId, NoteId } from '#src/core/ids.ts';

// One index holds all texts; where an id lies says what it is of. The highest are found first: notes, then fields, then
// messages, each kind's newest first. The migration create_search knows the same numbers.
const fieldsFrom = 2 ** 50;
const notesFrom = 2 ** 51;
const end = 2 ** 52;

/** What a text of the index is. */
export type TextSource =
  | { readonly kind: 'message'; readonly messageId: MessageId }
  | { readonly kind: 'fields'; readonly fanId: FanId }
  | { readonly kind: 'note'; readonly noteId: NoteId };

/** The range of all texts, and that of messages alone. */
export const textRanges = {
  all: { from: 0, below: end },
  messages: { from: 0, below: fieldsFrom },
} as const;

/** Under which id the index knows a text. */
export function textId(source: TextSource): number {
  switch (source.kind) {
    case 'message':
      return source.messageId;
    case 'fields':
      return fieldsFrom + source.fanId;
    case 'note':
      return notesFrom + source.noteId;
  }
}

/** What the text with this id is. */
export function sourceOf(id: number): TextSource {
  if (id >= notesFrom) return { kind: 'note', noteId: (id - notesFrom) as NoteId };
  if (id >= fieldsFrom) return { kind: 'fields', fanId: (id - fieldsFrom) as FanId };
  return { kind: 'message', messageId: id as MessageId };
}
