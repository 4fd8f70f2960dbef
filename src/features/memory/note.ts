import type { FanId, ImportantDateId, NoteId, TagId, UserId } from '#src/core/ids.ts';

/** What somebody wrote down of a fan. */
export interface Note {
  readonly id: NoteId;
  readonly fanId: FanId;
  readonly text: string;
  readonly author: UserId | null;
  readonly createdAt: number;
}

/** A label for fans. */
export interface Tag {
  readonly id: TagId;
  readonly name: string;
  /** Its colour; null: none was chosen. */
  readonly emoji: string | null;
}

/** A tag and how many fans have it. */
export interface CountedTag extends Tag {
  readonly fans: number;
}

/** A day of the year to remember. */
export interface ImportantDate {
  readonly id: ImportantDateId;
  readonly fanId: FanId;
  readonly label: string;
  readonly month: number;
  readonly day: number;
  /** The year in which it began, if known. */
  readonly year: number | null;
}
