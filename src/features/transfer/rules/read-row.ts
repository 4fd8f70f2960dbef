import type { UserId } from '#src/core/ids.ts';
import type { Column } from './columns.ts';
import type { NamedField } from './field-meant.ts';
import { undefuse } from './formula.ts';
import { splitNotes } from './joined-notes.ts';
import { splitTags } from './joined-tags.ts';

/** What one row says of one fan. */
export interface RowFacts {
  readonly notes: readonly string[];
  readonly tags: readonly string[];
  /** What was written for fields. */
  readonly fields: readonly (NamedField & { readonly text: string })[];
}

/**
 * Who is meant: by id, or by handle in lower case. `ifKnown`: bare digits where a handle was expected; they may as well be a
 * phone number, so they mean nobody but a fan who has this id.
 */
export type Who =
  | { readonly userId: UserId; readonly ifKnown?: true }
  | { readonly handle: string };

/** A row that can be used. */
export interface ImportRow {
  readonly line: number;
  readonly who: Who;
  readonly facts: RowFacts;
}

/** A row of which nothing can be used: `nobody` it does not say who is meant, `nothing` it says nothing of them. */
export interface BadRow {
  readonly line: number;
  readonly problem: 'nobody' | 'nothing';
}

/** Telegram's handles (t.me usernames): a letter first, 4 to 32 characters; people copy them as links, too. */
const handlePattern = /^(?:(?:https?:\/\/)?t\.me\/|@)?([a-z][a-z0-9_]{3,31})$/iu;
/** In a column of ids a bare word may be anything, such as "none"; what stands there like this is a handle. */
const plainHandlePattern = /^(?:(?:https?:\/\/)?t\.me\/|@)/iu;
const idPattern = /^#?([1-9]\d{0,15})$/u;
/** An id that says so. */
const markedIdPattern = /^#([1-9]\d{0,15})$/u;

/**
 * Reads one row by its table's columns. People mix up the two columns that say who is meant, so each may have what belongs
 * into the other. An id counts before a handle, and before bare digits in a column of handles.
 */
export function readRow(
  line: number,
  cells: readonly string[],
  columns: readonly Column[],
): ImportRow | BadRow {
  const written = columns.flatMap((column, index) => {
    const text = undefuse((cells[index] ?? '').trim());
    return text === '' ? [] : [{ column, text }];
  });
  const textsIn = (what: Column['is']) =>
    written.filter(({ column }) => column.is === what).map(({ text }) => text);
  const who = whoIn(textsIn('id'), textsIn('handle'));
  if (!who) return { line, problem: 'nobody' };
  const notes = textsIn('note').flatMap(splitNotes);
  const tags = [...new Set(textsIn('tags').flatMap(splitTags))];
  const fields = written.flatMap(({ column, text }) => {
    if (column.is !== 'field') return [];
    const { is: _, ...named } = column;
    return [{ ...named, text }];
  });
  if (notes.length + tags.length + fields.length === 0) return { line, problem: 'nothing' };
  return { line, who, facts: { notes, tags, fields } };
}

function whoIn(ids: readonly string[], handles: readonly string[]): Who | undefined {
  const id = firstId(idPattern, ids) ?? firstId(markedIdPattern, handles);
  if (id !== undefined) return { userId: id };
  const handlesAmongIds = ids.filter((text) => plainHandlePattern.test(text));
  const [handle] = [...handles, ...handlesAmongIds].flatMap(
    (text) => handlePattern.exec(text)?.[1] ?? [],
  );
  if (handle !== undefined) return { handle: handle.toLowerCase() };
  const digits = firstId(idPattern, handles);
  return digits === undefined ? undefined : { userId: digits, ifKnown: true };
}

function firstId(pattern: RegExp, texts: readonly string[]): UserId | undefined {
  const [id] = texts
    .flatMap((text) => pattern.exec(text)?.[1] ?? [])
    .filter((digits) => Number.isSafeInteger(Number(digits)));
  return id === undefined ? undefined : (Number(id) as UserId);
}
