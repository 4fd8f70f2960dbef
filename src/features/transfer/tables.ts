import type { Generated } from 'kysely';
import type {
  ChatId,
  ChatMessageId,
  ExportId,
  ImportId,
  OutboxFileId,
  TopicId,
  UserId,
} from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    import_run: ImportTable;
    import_piece: ImportPieceTable;
    import_row: ImportRowTable;
    waiting_fact: WaitingFactTable;
    export_run: ExportTable;
  }
}

/**
 * A table that the creator brings along. `checking` -> `ready` -> `running` -> `done`; `dropped` when it cannot be used or
 * is not wanted. Its pieces and rows are gone when it has ended.
 */
export interface ImportTable {
  id: Generated<ImportId>;
  /** Who brought it. */
  user_id: UserId;
  /** Where it was brought and is reported. */
  chat_id: ChatId;
  topic_id: TopicId | null;
  /** The message that tells how far it is; null before it runs. */
  chat_message_id: ChatMessageId | null;
  state: 'checking' | 'ready' | 'running' | 'done' | 'dropped';
  /** JSON of Column[]. */
  columns: string | null;
  /** The last change of a tag before it was looked at: its names of tags are those of then. */
  tag_change_id: Generated<number>;
  /** Where the rows begin that were not read yet, in the file's UTF-8 text (bytes); null: all were. */
  read_at: number | null;
  /** The row that stands there, counted as spreadsheets do: the head is 1. */
  line: Generated<number>;
  /** Rows with anything in them. */
  rows: Generated<number>;
  /** Rows that were written down at fans, and that wait for somebody who has not written yet. */
  applied: Generated<number>;
  waiting: Generated<number>;
  /** Notes, tags and values of fields that did not fit. */
  misfits: Generated<number>;
  /** Tenths of the rows of which was told that they are done. */
  told: Generated<number>;
  created_at: number;
  finished_at: number | null;
}

/** A piece of an import's file. */
interface ImportPieceTable {
  import_id: ImportId;
  place: number;
  bytes: Uint8Array;
}

/** A row of a table that was read and is next. */
interface ImportRowTable {
  id: Generated<number>;
  import_id: ImportId;
  /** JSON of RowPart. */
  said: string;
}

/** What is to be remembered of somebody who has not written yet, by id or by handle in lower case. */
export interface WaitingFactTable {
  id: Generated<number>;
  user_id: UserId | null;
  handle: string | null;
  /** JSON of RowFacts. */
  facts: string;
  /** The last change of a choice before it was written down, since when names may mean others; 0: before all, or it has no fields. */
  choice_change_id: Generated<number>;
  /** The last change of a tag before it was written down, likewise; 0: before all, or it has no tags. */
  tag_change_id: Generated<number>;
  author_user_id: UserId;
  created_at: number;
}

/** An export: `running` while it is written page by page. */
export interface ExportTable {
  id: Generated<ExportId>;
  /** Who asked, and gets it in the private chat. */
  user_id: UserId;
  state: 'running' | 'done' | 'failed';
  /** JSON of `ExportedField[]`: the columns, as they were when it began. */
  fields: string;
  /** JSON of ExportProgress. */
  progress: string;
  /** The file that is being written; null between two. */
  file_id: OutboxFileId | null;
  created_at: number;
  finished_at: number | null;
}
