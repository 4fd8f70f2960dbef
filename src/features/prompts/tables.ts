import type { ChatId, ChatMessageId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    prompt: PromptTable;
  }
}

/** A message of the bot at the desk that asks for a text; a reply to it is the answer. */
export interface PromptTable {
  chat_id: ChatId;
  chat_message_id: ChatMessageId;
  /** Which question of which feature. */
  kind: string;
  /** JSON: ids of what it is about. */
  ref: string;
  created_at: number;
  /** When somebody first replied to it; null: nobody has. */
  answered_at: number | null;
}
