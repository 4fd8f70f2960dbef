import type { FieldId } from '#src/core/ids.ts';

/** What kind of fact a field holds. */
export type FieldType = 'text' | 'number' | 'date' | 'choice';

/** A number; else the text, the choice, or the date as YYYY-MM-DD. */
export type FieldValue = string | number;

/** A fact of fans that the creator defined. */
export interface Field {
  readonly id: FieldId;
  readonly key: string;
  readonly name: string;
  readonly type: FieldType;
  /** Empty unless it is a choice. */
  readonly choices: readonly string[];
}

/** What a field says of a fan; null: nothing yet. */
export interface FieldOfFan extends Field {
  readonly value: FieldValue | null;
}
