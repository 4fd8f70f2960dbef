import type { FieldId } from '#src/core/ids.ts';
import { nameAfter, readName, type Renaming } from '#src/features/memory/index.ts';
import { fieldMeant, type NamedField } from './field-meant.ts';
import type { RowFacts } from './read-row.ts';

/** What a row says, in the names of now. */
export interface FactsNow extends RowFacts {
  readonly fields: readonly { readonly id: FieldId; readonly key: string; readonly text: string }[];
}

/**
 * What was said under the names of then, in those of now: by what became of tags since, and the fields that are there. `gone`: how
 * many tags and values are left out because theirs was deleted.
 */
export function factsAfter(
  { notes, tags: names, fields: values }: RowFacts,
  now: {
    readonly tagChanges: readonly Renaming[];
    readonly fields: readonly Required<NamedField>[];
  },
): { facts: FactsNow; gone: number } {
  const tags = names.flatMap((typed) => {
    const read = readName(typed);
    return nameAfter(read.ok ? read.name : typed, now.tagChanges) ?? [];
  });
  const fields = values.flatMap(({ text, ...named }) => {
    const field = fieldMeant(named, now.fields);
    return field ? [{ id: field.id, key: field.key, text }] : [];
  });
  const gone = names.length - tags.length + values.length - fields.length;
  return { facts: { notes, tags: [...new Set(tags)], fields }, gone };
}
