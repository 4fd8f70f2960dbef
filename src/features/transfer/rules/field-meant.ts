import type { FieldId } from '#src/core/ids.ts';

/** A field as a table means it: by its id, and by the key that its name had then. */
export interface NamedField {
  /** Absent in what was stored before ids were. */
  readonly id?: FieldId;
  readonly key: string;
}

/** The field that is meant, whatever it is called by now; where it is gone, the one that is called so. */
export function fieldMeant<F extends Required<NamedField>>(
  { id, key }: NamedField,
  fields: readonly F[],
): F | undefined {
  return fields.find((field) => field.id === id) ?? fields.find((field) => field.key === key);
}
