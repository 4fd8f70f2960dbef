import type { Generated } from 'kysely';
import type {
  ChatId,
  ChatMessageId,
  DraftId,
  FanId,
  MessageId,
  ThreadId,
  UserId,
} from '#src/core/ids.ts';
import type { DraftNotice, DraftOrigin, DraftSource, DraftState } from './draft.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    draft: DraftTable;
    draft_choice: DraftChoiceTable;
    draft_sent: DraftSentTable;
    draft_receipt: DraftReceiptTable;
    draft_pause: DraftPauseTable;
    thread_receipt: ThreadReceiptTable;
    fan_care: FanCareTable;
  }
}

/** A suggested reply to a fan's message. A thread has one at most that is `wanted` or `shown`. */
export interface DraftTable {
  id: Generated<DraftId>;
  thread_id: ThreadId;
  /** The newest message of the fan's that it takes into account. */
  message_id: MessageId;
  state: DraftState;
  /** Who made what it offers, and in the end what was sent of it; null before there is anything. */
  source: DraftSource | null;
  /** Who asked for it; null: it came by itself. */
  asked_by: UserId | null;
  /** Where its message stands at the desk; null before it was sent. */
  chat_id: ChatId | null;
  chat_message_id: ChatMessageId | null;
  /** 1: its message at the desk has buttons that are to go once it is over. */
  has_buttons: Generated<0 | 1>;
  /** How often choices were offered. */
  round: Generated<number>;
  language: string | null;
  /** Characters of all that it ever offered. */
  offered: Generated<number>;
  /** The newest change of those messages of the fan's that it knows of, epoch ms; 0: none. */
  known_edit_at: Generated<number>;
  notice: DraftNotice | null;
  /** JSON: `DraftReceipt` of what it offers now. */
  receipt: string | null;
  created_at: number;
  shown_at: number | null;
  ended_at: number | null;
  /** What the fan got: the draft, or what a person wrote by hand instead (then it is stale). */
  final_message_id: MessageId | null;
  /** How far the sent text is from the offered one, 0 to 1. */
  distance: number | null;
}

/** One text that a draft offers. */
export interface DraftChoiceTable {
  draft_id: DraftId;
  /** Its number within the draft, from 0. */
  place: number;
  /** With which round it was offered, from 1. */
  round: number;
  text: string;
  /** Formatting of `text`, JSON of MessageEntity[]. */
  entities: string | null;
  origin: DraftOrigin;
  /** The id of the past answer or saved reply; for `edited` the place of the choice that was changed. */
  ref: number | null;
}

/** A message that came of a draft. */
export interface DraftSentTable {
  message_id: MessageId;
  draft_id: DraftId;
  edited: 0 | 1;
  /** The place of the choice that it was, or became of; null: from before this was written down. */
  place: number | null;
  /** Characters of that choice that were sent; null: as `place`. */
  kept: number | null;
}

/** What left the box for a draft, once for each time; written before it leaves. */
export interface DraftReceiptTable {
  id: Generated<number>;
  draft_id: DraftId;
  /** JSON: `DraftReceipt`. */
  receipt: string;
}

/** What left the box about a thread for something else than a draft of its own, once for each time; written before it leaves. */
export interface ThreadReceiptTable {
  id: Generated<number>;
  thread_id: ThreadId;
  /**
   * Noting facts of the fan; learning how the creator sounds from replies to several fans; past answers as examples for a draft
   * of another fan's. Of several fans each has a row.
   */
  purpose: 'facts' | 'persona' | 'example';
  sent_at: number;
  /** JSON: `DraftReceipt`; what it cost is that of the whole question. */
  receipt: string;
}

/** A thread in which no draft comes by itself. */
export interface DraftPauseTable {
  thread_id: ThreadId;
  created_at: number;
}

/** Signs that ask for care and must not be forgotten. It goes with its fan; a message that was changed or deleted was said. */
export interface FanCareTable {
  fan_id: FanId;
  kind: 'possible-minor';
  /** The newest message with a sign. */
  message_id: MessageId;
  /** When that sign was noticed. */
  seen_at: number;
  /** Up to this message a person has said that it is not so; null: nobody has. */
  cleared_up_to: MessageId | null;
  cleared_by: UserId | null;
  cleared_actor: 'creator' | 'member' | null;
  cleared_at: number | null;
}
