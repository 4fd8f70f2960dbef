import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector } from 'kysely';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { StatementResult } from '#src/storage/open-file.ts';
import { compiler } from '#src/storage/sqlite-dialect.ts';
import type { TenantTables } from '#src/storage/tenant-tables.ts';
import { connectionOf } from '#src/storage/tenant-tx.ts';

/**
 * A query that is built and compiled once and then only run: for what every message costs. Building and compiling takes
 * Kysely some 20 microseconds, and its way to the connection some more; SQLite needs less to run it.
 */
export interface Statement<Given, Row> {
  all(reader: Reader, given: Given): Promise<Row[]>;
  first(reader: Reader, given: Given): Promise<Row | undefined>;
  /** Runs a statement that writes; how many rows it changed. */
  run(tx: Tx, given: Given): Promise<number>;
  /** Runs one that inserts a row; the row's id. RETURNING would have SQLite make a table for it. */
  insert(tx: Tx, given: Given): Promise<number>;
}

/** Stands in the query for a value that is given when it runs. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const builder = new Kysely<TenantTables>({
  dialect: {
    createDriver: () => new DummyDriver(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => compiler,
  },
});

/**
 * Describes a statement. `given` has a value of the right type for each name, of which nothing may be asked but where it
 * goes: no condition, no computing, no list of a length that varies.
 */
export function statement<Given extends object, Row>(
  build: (db: Kysely<TenantTables>, given: Given) => Compilable<Row>,
): Statement<Given, Row> {
  let compiled: { sql: string; parameters: readonly unknown[] } | undefined;

  const execute = (reader: Reader, given: Given): StatementResult => {
    compiled ??= build(builder, placeholders() as Given).compile();
    const parameters = compiled.parameters.map((value) =>
      value instanceof Placeholder ? given[value.name as keyof Given] : value,
    );
    // A Reader's connection refuses what writes (`storage.read-only`).
    return connectionOf(reader).run(compiled.sql, parameters);
  };

  return {
    all: async (reader, given) => execute(reader, given).rows as Row[],
    first: async (reader, given) => execute(reader, given).rows[0] as Row | undefined,
    run: async (tx, given) => execute(tx, given).changes ?? 0,
    insert: async (tx, given) => Number(execute(tx, given).lastRowId),
  };
}

function placeholders(): object {
  return new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
}
