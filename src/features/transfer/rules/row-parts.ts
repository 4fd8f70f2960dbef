import type { ImportRow, RowFacts, Who } from './read-row.ts';

/** A part of a row that says much: small enough to be written down at once. */
export interface RowPart {
  readonly who: Who;
  readonly facts: RowFacts;
  /** Whether it is the first of its row, so that rows can be counted. */
  readonly first: boolean;
}

/** Notes in one part; of tags and fields there are not many. */
const mostFacts = 30;

/** A row in parts: all notes a few at a time, tags and fields with the first. */
export function inParts({ who, facts }: ImportRow): RowPart[] {
  const parts: RowPart[] = [
    { who, facts: { ...facts, notes: facts.notes.slice(0, mostFacts) }, first: true },
  ];
  for (let from = mostFacts; from < facts.notes.length; from += mostFacts) {
    const notes = facts.notes.slice(from, from + mostFacts);
    parts.push({ who, facts: { notes, tags: [], fields: [] }, first: false });
  }
  return parts;
}

/** How much there is to write down. */
export function weightOf(facts: RowFacts): number {
  return facts.notes.length + facts.tags.length + facts.fields.length;
}
