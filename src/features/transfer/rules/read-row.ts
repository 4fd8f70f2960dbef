import type { UserId } from '#src/core/ids.ts';
import type { Column } from './columns.ts';
import { undefuse } from './formula.ts';
import { splitNotes } from './joined-notes.ts';
import { splitTags } from './joined-tags.ts';

/** What one row says of one fan. */
export interface RowFacts {
  readonly notes: readonly string[];
  readonly tags: readonly string[];
  /** What was written for fields, by their keys. */
  readonly fields: readonly { readonly key: string; readonly text: string }[];
}

/** Who is meant: by id, or by handle in lower case. */
export type Who = { readonly userId: UserId } | { readonly handle: string };

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

/**
 * Reads one row by its table's columns. People mix up the two columns that say who is meant, so each may have what belongs
 * into the other: an id has digits only, which no handle has. The id counts where both are there.
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
  const fields = written.flatMap(({ column, text }) =>
    column.is === 'field' ? [{ key: column.key, text }] : [],
  );
  if (notes.length + tags.length + fields.length === 0) return { line, problem: 'nothing' };
  return { line, who, facts: { notes, tags, fields } };
}

function whoIn(ids: readonly string[], handles: readonly string[]): Who | undefined {
  const [id] = [...ids, ...handles].flatMap((text) => idPattern.exec(text)?.[1] ?? []);
  if (id !== undefined && Number.isSafeInteger(Number(id))) return { userId: Number(id) as UserId };
  const handlesAmongIds = ids.filter((text) => plainHandlePattern.test(text));
  const [handle] = [...handles, ...handlesAmongIds].flatMap(
    (text) => handlePattern.exec(text)?.[1] ?? [],
  );
  return handle === undefined ? undefined : { handle: handle.toLowerCase() };
}
