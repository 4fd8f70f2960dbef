import { type Kysely, sql } from 'kysely';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import type { Migration } from '#src/storage/migration.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

interface NoteTables {
  jotting: { id: number; text: string };
}

/** A further step of the tenants' schema, for tests of migrations; does nothing unless told. */
export function testStep(number: number, change: Partial<Migration> = {}): Migration {
  return { number, name: `test_step_${number}`, kind: 'additive', async up() {}, ...change };
}

/** The tenants' schema with one more table, which no feature knows: `jotting (id, text)`. */
export const noteMigrations: readonly Migration[] = [
  ...tenantMigrations,
  testStep(tenantMigrations.length + 1, {
    name: 'create_jotting',
    async up(db) {
      await sql`create table jotting (id integer primary key, text text not null unique) strict`.execute(
        db,
      );
    },
  }),
];

/** Writes one note. */
export async function writeNote(tx: Tx, text: string): Promise<void> {
  const db = tx.db as unknown as Kysely<NoteTables>;
  await db
    .insertInto('jotting')
    .values({ text } as NoteTables['jotting'])
    .execute();
}

/** All notes' texts, oldest first. */
export async function readNotes(reader: Reader): Promise<string[]> {
  const db = reader.db as unknown as Kysely<NoteTables>;
  const rows = await db.selectFrom('jotting').select('text').orderBy('id').execute();
  return rows.map((row) => row.text);
}
