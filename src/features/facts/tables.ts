import type { Generated } from 'kysely';
import type { FanId, MessageId, ThreadId, UserId } from '#src/core/ids.ts';
import type { FactActor, FactId, Subject } from './fact.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    fact: FactTable;
    fact_gone: FactGoneTable;
    fan_summary: FanSummaryTable;
    fact_reading: FactReadingTable;
  }
}

/** Something that a fan said about themself. It leaves with its message. */
export interface FactTable {
  id: Generated<FactId>;
  fan_id: FanId;
  message_id: MessageId;
  subject: Subject;
  text: string;
  actor: FactActor;
  /** Who changed it by hand. */
  author_user_id: UserId | null;
  created_at: number;
  changed_at: number | null;
}

/** A fact that a person deleted or put into other words: it does not come back. */
export interface FactGoneTable {
  id: Generated<number>;
  fan_id: FanId;
  /** What its words are known by, but cannot be read from (`goneMarks`), with spaces between. */
  marks: string;
  created_at: number;
}

/** What a fan's conversation comes to. */
export interface FanSummaryTable {
  fan_id: FanId;
  /** The newest message that it stands on. */
  message_id: MessageId;
  text: string;
  actor: FactActor;
  author_user_id: UserId | null;
  created_at: number;
}

/** Up to which message a thread was looked through for facts. No row: it never was. */
export interface FactReadingTable {
  thread_id: ThreadId;
  message_id: MessageId;
}
