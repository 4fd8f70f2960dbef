import type { Reader } from '#src/storage/reader.ts';

/**
 * A query that may take longer than a few milliseconds (counts over all fans, ranked search, insights, exports), under
 * the name by which another thread finds it. Made by `longQuery`.
 */
export interface LongQuery<Args, Result> {
  /** URL of the module that exports it. */
  readonly module: string;
  /** Under this name. */
  readonly name: string;
  readonly run: (reader: Reader, args: Args) => Promise<Result>;
}

/**
 * Declares a long query: `export const countFans = longQuery(import.meta.url, 'countFans', async (reader, args) => …)`.
 *
 * Functions cannot cross threads, so the thread imports the module and takes the export of that name. Hence the module
 * must be one that can be loaded there: it imports queries, rules and libraries, never what opens files or starts things.
 * Arguments and result must survive a structured clone. `run` may be called directly too, with any Reader. A single
 * statement cannot be interrupted in the middle (only between rows), so a query that goes through millions of rows is
 * written as several statements.
 */
export function longQuery<Args, Result>(
  module: string,
  name: string,
  run: (reader: Reader, args: Args) => Promise<Result>,
): LongQuery<Args, Result> {
  return { module, name, run };
}
