import type { FieldId, TagId } from '#src/core/ids.ts';
import type { Field, Tag } from '#src/features/memory/index.ts';
import { type Condition, conditionsOf, type Filter } from './filter.ts';

/** The tags and fields that there are now. */
export interface Names {
  readonly tags: readonly Tag[];
  readonly fields: readonly Field[];
  /** Links by which fans come, to choose from; looked up only where they are offered. */
  readonly sources?: readonly string[];
}

/** The tag with this id; undefined when it is gone. */
export function tagIn(names: Names, id: TagId): Tag | undefined {
  return names.tags.find((tag) => tag.id === id);
}

/** The field with this id; undefined when it is gone. */
export function fieldIn(names: Names, id: FieldId): Field | undefined {
  return names.fields.find((field) => field.id === id);
}

/** What a condition asks for and what is no longer there. */
export type Gone = 'tag' | 'field' | 'choice';

/** Whether what a condition asks for has vanished since it was written; then no fan meets it. */
export function goneIn(condition: Condition, names: Names): Gone | null {
  if (condition.is === 'tag') return tagIn(names, condition.tagId) ? null : 'tag';
  if (condition.is !== 'field') return null;
  const field = fieldIn(names, condition.fieldId);
  if (!field) return 'field';
  if (condition.test !== 'choice') return null;
  return field.choices.includes(condition.choice) ? null : 'choice';
}

/** Everything that a filter asks for and that has vanished, each kind once. */
export function allGone(filter: Filter, names: Names): Gone[] {
  const gone = conditionsOf(filter).map((condition) => goneIn(condition, names));
  return [...new Set(gone.filter((kind) => kind !== null))];
}
