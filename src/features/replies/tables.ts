import type { Generated } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type { ChatId, ChatMessageId, MessageId, SavedReplyId, UserId } from '#src/core/ids.ts';
import type { MessageContent } from '#src/features/threads/index.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    saved_reply: SavedReplyTable;
    saved_reply_sent: SavedReplySentTable;
  }
}

/** A reply under a name. Its columns of content are those of a message. */
export interface SavedReplyTable {
  id: Generated<SavedReplyId>;
  /** The name without case: two may not differ by it alone. */
  key: string;
  name: string;
  kind: MessageContent['kind'];
  text: Generated<string>;
  /** JSON of MessageEntity[]. */
  entities: string | null;
  /** JSON of Attachment. */
  media: string | null;
  actor: Actor;
  author_user_id: UserId | null;
  used_count: Generated<number>;
  used_at: number | null;
  created_at: number;
  changed_at: number | null;
}

/** A preview at the desk whose Send was tapped: a second tap finds this row and sends nothing. */
export interface SavedReplySentTable {
  chat_id: ChatId;
  chat_message_id: ChatMessageId;
  message_id: MessageId;
}
