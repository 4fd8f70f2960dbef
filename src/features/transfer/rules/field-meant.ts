import type { FieldId } from '#src/core/ids.ts';

/** A field as a table means it: by its id, and by the key that its name had then. */
export interface NamedField {
  /** Absent in what was stored before ids were. */
  readonly id?: FieldId;
  readonly key: string;
}

/** The field that is meant, whatever it is called by now; one that is gone is no other that was given its name since. */
export function fieldMeant<F extends Required<NamedField>>(
  { id, key }: NamedField,
  fields: readonly F[],
): F | undefined {
  return fields.find((field) => (id === undefined ? field.key === key : field.id === id));
}
