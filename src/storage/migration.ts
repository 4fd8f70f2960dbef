import type { Kysely } from 'kysely';

/**
 * One step of a schema. Steps run forward only, each in one transaction together with its version row.
 *
 * - additive: programs that do not know the step still work on the file (new tables, new nullable columns, indexes).
 * - breaking: they do not; an older program refuses the file.
 */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  /** What it does, as in its file name: `NNNN_verb_what.ts`. */
  readonly name: string;
  readonly kind: 'additive' | 'breaking';
  up(db: Kysely<never>): Promise<void>;
}
