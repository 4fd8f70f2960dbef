import type { Generated } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type { FanId, FieldId, ImportantDateId, NoteId, TagId, UserId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    note: NoteTable;
    tag: TagTable;
    fan_tag: FanTagTable;
    merged_tag: MergedTagTable;
    tag_change: TagChangeTable;
    field: FieldTable;
    fan_field: FanFieldTable;
    choice_change: ChoiceChangeTable;
    important_date: ImportantDateTable;
  }
}

/** What somebody wrote down of a fan. */
export interface NoteTable {
  id: Generated<NoteId>;
  fan_id: FanId;
  text: string;
  actor: Actor;
  author_user_id: UserId | null;
  created_at: number;
  changed_at: number | null;
}

/** A label for fans. */
export interface TagTable {
  id: Generated<TagId>;
  /** The name without case and accents of writing: two tags may not differ by these alone. */
  key: string;
  name: string;
  /** Its colour. */
  emoji: string | null;
  created_at: number;
}

/** A fan has a tag. */
export interface FanTagTable {
  fan_id: FanId;
  tag_id: TagId;
  actor: Actor;
  created_at: number;
}

/** A tag that became another, which is there: whoever means it by its id means that one. */
export interface MergedTagTable {
  tag_id: TagId;
  into_tag_id: TagId;
}

/**
 * A tag that was renamed, became another, or was deleted (`becomes` null), by its names: whoever means it by the name of before,
 * as tables do that were written before, means what it is now.
 */
export interface TagChangeTable {
  id: Generated<number>;
  was: string;
  becomes: string | null;
}

/** A fact of fans that the creator defined. */
export interface FieldTable {
  id: Generated<FieldId>;
  key: string;
  name: string;
  type: 'text' | 'number' | 'date' | 'choice';
  /** JSON of string[], for a choice. */
  choices: string | null;
  /** 1: it was deleted, and what it said of fans is being forgotten. Its key is none that a name can have. */
  gone: Generated<0 | 1>;
  position: number;
  created_at: number;
}

/** What a field says of a fan: a number in `number_value`; text, choice, and a date as YYYY-MM-DD in `text_value`. */
export interface FanFieldTable {
  fan_id: FanId;
  field_id: FieldId;
  text_value: string | null;
  number_value: number | null;
  actor: Actor;
  changed_at: number;
}

/**
 * A choice of a field that was renamed, or removed (`becomes` null). Fans who have it follow a few at a time, for which it is
 * `pending`; filters that were stored and tables that were written before are read as they would be now.
 */
export interface ChoiceChangeTable {
  id: Generated<number>;
  field_id: FieldId;
  was: string;
  becomes: string | null;
  pending: 0 | 1;
}

/** A day of the year to remember. */
export interface ImportantDateTable {
  id: Generated<ImportantDateId>;
  fan_id: FanId;
  label: string;
  month: number;
  day: number;
  /** The year in which it began, if known. */
  year: number | null;
  actor: Actor;
  created_at: number;
}
