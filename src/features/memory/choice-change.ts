import type { FieldId } from '#src/core/ids.ts';

/** A choice of a field that was renamed, or removed (`becomes` null); a later change has a higher id, whatever clocks say. */
export interface ChoiceChange {
  readonly id: number;
  readonly fieldId: FieldId;
  readonly was: string;
  readonly becomes: string | null;
}
