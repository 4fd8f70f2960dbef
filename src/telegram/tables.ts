import type { Generated } from 'kysely';
import type { BotId, ChatId, OutboxFileId, OutboxId, StoredUpdateId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    stored_update: StoredUpdateTable;
    outbox: OutboxTable;
    outbox_file: OutboxFileTable;
    outbox_file_piece: OutboxFilePieceTable;
  }
}

/**
 * An update as Telegram delivered it, unique by bot and update_id. Written before it is acknowledged (polling), or before the journal
 * of arrivals, in which it stood when it was acknowledged, forgets it (webhook).
 *
 * State: `waiting` (to be handled, also between tries) -> `done` (payload cleared, kept for deduplication) or
 * `parked` (failed too often; payload kept for a retry by a person).
 */
export interface StoredUpdateTable {
  id: Generated<StoredUpdateId>;
  bot_id: BotId;
  update_id: number;
  /** Order holds within a lane: `chat`, `chat/topic`, `chat/*` (reactions: after all of the chat) or `bot`. */
  lane: string;
  /** The update's type: `message`, `edited_message`, `callback_query`, … */
  kind: string;
  /** The update as JSON; null once done. */
  payload: string | null;
  state: Generated<'waiting' | 'done' | 'parked'>;
  attempts: Generated<number>;
  /** Epoch ms before which it is not tried again. */
  not_before: Generated<number>;
  /** Code of the last error; never its text. */
  last_error: string | null;
  received_at: number;
  finished_at: number | null;
}

/**
 * One call that must reach Telegram. Written in the transaction of what caused it.
 *
 * State: `queued` -> `sending` (claimed; committed before the call) -> `sent` | `failed` (refused for good) |
 * `uncertain` (the answer was lost and the call must not be repeated by itself) | `cancelled` (no longer wanted).
 * `sending` found at a start means that the process died in the call: desk rows are queued again with `repeated = 1`,
 * fan rows become `uncertain`, calls that are safe to repeat are queued again.
 * Back to `queued`: 429, refused by a fault of Telegram's (5xx), never left this machine, or a person said Retry.
 */
export interface OutboxTable {
  id: Generated<OutboxId>;
  /** Which OutboxKind prepares it and hears of its end. */
  kind: string;
  /** Bot API method; a kind may change method and payload when the row is sent. Once claimed: the one called last. */
  method: string;
  /** Parameters as JSON; null once the row has ended well. */
  payload: string | null;
  /** The kind's own ids as JSON, never a text of a person. */
  ref: string | null;
  /** Order holds within a lane (by priority, then id); one call at a time. */
  lane: string;
  /** The chat whose pace counts; null for calls that belong to no chat. */
  chat_id: ChatId | null;
  audience: 'fan' | 'desk' | 'bot';
  /** 0 reply, 1 relay, 2 broadcast. */
  priority: 0 | 1 | 2;
  state: Generated<'queued' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'cancelled'>;
  /** What is under way while `sending`: the row's own call, or one its kind needs first. */
  step: Generated<'call' | 'prelude'>;
  /** Failed tries that count: not those that a 429 ended. */
  attempts: Generated<number>;
  /** How often its kind asked for another try after a failure; bounded. */
  agains: Generated<number>;
  /** 1 when an earlier try may have taken effect. */
  repeated: Generated<0 | 1>;
  not_before: Generated<number>;
  /** Epoch ms after which the call is pointless (a callback answer). */
  expires_at: number | null;
  /** Reason of the last failure (SendFailure.reason). */
  failure: string | null;
  created_at: number;
  /** When its turn came for the first time; from then on it keeps its place in its lane while it waits. */
  claimed_at: number | null;
  finished_at: number | null;
}

/** A file that travels with an outbox row. A trigger deletes it when its row becomes `sent` or `cancelled`. */
export interface OutboxFileTable {
  id: Generated<OutboxFileId>;
  /** Null until a row has been enqueued that refers to it. */
  outbox_id: OutboxId | null;
  name: string;
  created_at: number;
}

/** A piece of a file's bytes, from place 0 on. */
export interface OutboxFilePieceTable {
  file_id: OutboxFileId;
  place: number;
  bytes: Uint8Array;
}
