import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Checks of tables against more than two values become comparisons. SQLite compares up to two values of a list one by one, and
 * makes a b-tree of a longer one, anew for every row that is written. Rows stay as they are: only the tables' texts change, by the
 * shorter procedure of sqlite.org/lang_altertable.html, section 8.
 */
export const compareWithoutLists: Migration = {
  number: 39,
  name: 'compare_without_lists',
  kind: 'additive',
  async up(db) {
    const tables = await sql<{ id: number; text: string }>`select rowid as id, sql as text
      from sqlite_schema where type = 'table'`.execute(db);
    const version = await sql<{ schema_version: number }>`pragma schema_version`.execute(db);
    await sql`pragma writable_schema = on`.execute(db);
    for (const { id, text } of tables.rows) {
      const compared = withoutLists(text);
      if (compared === text) continue;
      await sql`update sqlite_schema set sql = ${compared} where rowid = ${id}`.execute(db);
    }
    // Read anew, by other connections, too; texts that cannot be read fail the step.
    await sql`pragma writable_schema = reset`.execute(db);
    const next = (version.rows[0]?.schema_version ?? 0) + 1;
    await sql`pragma schema_version = ${sql.lit(next)}`.execute(db);
  },
};

const value = String.raw`(?:'[^']*'|\d+)`;
const values = new RegExp(value, 'g');
const lists = new RegExp(String.raw`\bcheck \((\w+) in \((${value}(?:,\s*${value}){2,})\)\)`, 'g');

function withoutLists(text: string): string {
  return text.replace(lists, (_, column: string, list: string) => {
    const compared = (list.match(values) ?? []).map((one) => `${column} = ${one}`);
    return `check (${compared.join(' or ')})`;
  });
}
