import { maxNote, readName, readValue, type ReadableField } from '#src/features/memory/index.ts';
import { fieldMeant, type NamedField } from './field-meant.ts';
import type { RowFacts } from './read-row.ts';

/** The fields of a creator. */
export type KnownFields = readonly (ReadableField &
  Required<NamedField> & { readonly name: string })[];

/** The columns in which a row says what cannot be kept: too long, no number, no choice. Each as often as it happens. */
export function misfitsOf(facts: RowFacts, fields: KnownFields): string[] {
  const notes = facts.notes.filter((note) => note.length > maxNote).map(() => 'notes');
  const tags = facts.tags.filter((tag) => !readName(tag).ok).map(() => 'tags');
  const values = facts.fields.flatMap(({ text, ...named }) => {
    const field = fieldMeant(named, fields);
    return field && readValue(field, text).ok ? [] : [field?.name ?? named.key];
  });
  return [...notes, ...tags, ...values];
}
