import type { FieldId } from '#src/core/ids.ts';

/** A choice of a field that was renamed, or removed (`becomes` null), and when (epoch ms). */
export interface ChoiceChange {
  readonly fieldId: FieldId;
  readonly was: string;
  readonly becomes: string | null;
  readonly changedAt: number;
}
