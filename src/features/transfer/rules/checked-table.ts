import type { FanId, UserId } from '#src/core/ids.ts';
import { keyOf, readName } from '#src/features/memory/index.ts';
import { type KnownFields, misfitsOf } from './misfits.ts';
import type { BadRow, ImportRow, Who } from './read-row.ts';

/** What a look at some rows of a table found. */
export interface CheckedTable {
  /** Rows with anything in them. */
  readonly rows: number;
  /** Rows about fans, and about people who have not written yet. */
  readonly known: number;
  readonly waiting: number;
  /** Rows that name a fan by an earlier handle, and the first of these with what it is now. */
  readonly renamed: number;
  readonly firstRenamed: readonly { readonly was: string; readonly now: string | null }[];
  /** Rows that name somebody and say nothing of them. */
  readonly empty: number;
  /** Rows that do not say who is meant, and the first of them. */
  readonly nobody: number;
  readonly firstNobody: readonly number[];
  /** Rows with digits for a handle that are no fan's id, and the first of them; they are left out. */
  readonly doubtful: number;
  readonly firstDoubtful: readonly number[];
  /** What cannot be kept, and the first of it. */
  readonly misfits: number;
  readonly firstMisfits: readonly { readonly line: number; readonly column: string }[];
  /** Names of tags that are not there yet; not all of them when there are very many. */
  readonly newTags: readonly string[];
}

/** Of what was found only the first are named. */
const mostNamed = 5;
/** More than there can be. */
const mostTags = 1_000;

/** Who is known among some people: by id, and by handle in lower case. */
export interface KnownPeople {
  readonly byId: ReadonlyMap<UserId, FanId>;
  readonly byHandle: ReadonlyMap<string, FanId>;
  /** Of those handles the ones that their fans no longer have: what it is now, null where there is none. */
  readonly renamed: ReadonlyMap<string, string | null>;
}

/** What the creator has already. */
export interface KnownMemory {
  readonly fields: KnownFields;
  readonly tagKeys: ReadonlySet<string>;
}

/** Nothing was looked at yet. */
export const nothingChecked: CheckedTable = {
  rows: 0,
  known: 0,
  waiting: 0,
  renamed: 0,
  firstRenamed: [],
  empty: 0,
  nobody: 0,
  firstNobody: [],
  doubtful: 0,
  firstDoubtful: [],
  misfits: 0,
  firstMisfits: [],
  newTags: [],
};

/** The fan who is meant, if they have written. */
export function fanMeant(who: Who, people: KnownPeople): FanId | undefined {
  return 'userId' in who ? people.byId.get(who.userId) : people.byHandle.get(who.handle);
}

/** Whether somebody may write later whom this means, so that what is said of them waits. */
export function mayWait(who: Who): boolean {
  return 'handle' in who || who.ifKnown !== true;
}

/** Looks at some rows. */
export function checkRows(
  rows: readonly (ImportRow | BadRow)[],
  people: KnownPeople,
  memory: KnownMemory,
): CheckedTable {
  const named = rows.flatMap((row) => ('who' in row ? [row] : []));
  const isKnown = ({ who }: ImportRow) => fanMeant(who, people) !== undefined;
  const isUsable = (row: ImportRow) => isKnown(row) || mayWait(row.who);
  const usable = named.filter(isUsable);
  const doubtful = named.filter((row) => !isUsable(row)).map(({ line }) => line);
  const known = usable.filter(isKnown).length;
  const renamed = usable.flatMap(({ who }) => {
    const now = 'handle' in who ? people.renamed.get(who.handle) : undefined;
    return 'handle' in who && now !== undefined ? [{ was: who.handle, now }] : [];
  });
  const nobody = linesWith('nobody', rows);
  const misfits = usable.flatMap(({ line, facts }) =>
    misfitsOf(facts, memory.fields).map((column) => ({ line, column })),
  );
  return {
    rows: rows.length,
    known,
    waiting: usable.length - known,
    renamed: renamed.length,
    firstRenamed: renamed.slice(0, mostNamed),
    empty: linesWith('nothing', rows).length,
    nobody: nobody.length,
    firstNobody: nobody.slice(0, mostNamed),
    doubtful: doubtful.length,
    firstDoubtful: doubtful.slice(0, mostNamed),
    misfits: misfits.length,
    firstMisfits: misfits.slice(0, mostNamed),
    newTags: newTagsIn(usable, memory.tagKeys),
  };
}

/** What was found in two parts of a table, the first before the second. */
export function addChecked(one: CheckedTable, other: CheckedTable): CheckedTable {
  return {
    rows: one.rows + other.rows,
    known: one.known + other.known,
    waiting: one.waiting + other.waiting,
    renamed: one.renamed + other.renamed,
    firstRenamed: [...one.firstRenamed, ...other.firstRenamed].slice(0, mostNamed),
    empty: one.empty + other.empty,
    nobody: one.nobody + other.nobody,
    firstNobody: [...one.firstNobody, ...other.firstNobody].slice(0, mostNamed),
    doubtful: one.doubtful + other.doubtful,
    firstDoubtful: [...one.firstDoubtful, ...other.firstDoubtful].slice(0, mostNamed),
    misfits: one.misfits + other.misfits,
    firstMisfits: [...one.firstMisfits, ...other.firstMisfits].slice(0, mostNamed),
    newTags: [...byKey([...one.newTags, ...other.newTags]).values()].slice(0, mostTags),
  };
}

function linesWith(problem: BadRow['problem'], rows: readonly (ImportRow | BadRow)[]): number[] {
  return rows.flatMap((row) => ('problem' in row && row.problem === problem ? [row.line] : []));
}

function newTagsIn(rows: readonly ImportRow[], known: ReadonlySet<string>): string[] {
  const names = rows
    .flatMap(({ facts }) => facts.tags)
    .flatMap((typed) => {
      const read = readName(typed);
      return read.ok && !known.has(keyOf(read.name)) ? [read.name] : [];
    });
  return [...byKey(names).values()].slice(0, mostTags);
}

/** Of names that are one the first stays. */
function byKey(names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of names) if (!found.has(keyOf(name))) found.set(keyOf(name), name);
  return found;
}
