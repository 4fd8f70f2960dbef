import { maxNote, readName, readValue, type ReadableField } from '#src/features/memory/index.ts';
import type { RowFacts } from './read-row.ts';

/** The fields of a creator by their keys. */
export type FieldsByKey = ReadonlyMap<string, ReadableField & { readonly name: string }>;

/** The columns in which a row says what cannot be kept: too long, no number, no choice. Each as often as it happens. */
export function misfitsOf(facts: RowFacts, fields: FieldsByKey): string[] {
  const notes = facts.notes.filter((note) => note.length > maxNote).map(() => 'notes');
  const tags = facts.tags.filter((tag) => !readName(tag).ok).map(() => 'tags');
  const values = facts.fields.flatMap(({ key, text }) => {
    const field = fields.get(key);
    return field && readValue(field, text).ok ? [] : [field?.name ?? key];
  });
  return [...notes, ...tags, ...values];
}
