import type { Generated } from 'kysely';
import type { FanId, SearchQueryId, UserId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    search_spelling: SearchSpellingTable;
    search_name: SearchNameTable;
    search_stale: SearchStaleTable;
    search_query: SearchQueryTable;
  }
}

/** The words with which a text stands in the index, where they are not the text itself; ids as in the index. */
export interface SearchSpellingTable {
  id: number;
  words: string;
}

/** A word of a fan's name or handle. */
export interface SearchNameTable {
  word: string;
  fan_id: FanId;
}

/** What is to be indexed (anew): it was written or changed, and a trigger has taken the old words out of the index. */
export interface SearchStaleTable {
  kind: 'name' | 'note' | 'fields' | 'message';
  /** Row id of the message or note; of the fan for a name and for fields. */
  id: number;
}

/** What somebody at the desk looked for, kept for a week so that its buttons work. */
export interface SearchQueryTable {
  id: Generated<SearchQueryId>;
  user_id: UserId;
  /** As it was typed, at most 4096 units. */
  text: string;
  created_at: number;
}
