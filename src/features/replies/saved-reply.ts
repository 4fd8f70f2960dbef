import type { SavedReplyId } from '#src/core/ids.ts';
import type { MessageContent } from '#src/features/threads/index.ts';

/** A reply that the creator saved under a name. */
export interface SavedReply {
  readonly id: SavedReplyId;
  readonly name: string;
  /** Placeholders are still in it. */
  readonly content: MessageContent;
  readonly usedCount: number;
}
