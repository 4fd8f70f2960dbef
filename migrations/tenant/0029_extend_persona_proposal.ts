import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** What a model proposed of the creator's replies is marked with its provider, or it is said why no model was heard. */
export const extendPersonaProposal: Migration = {
  number: 29,
  name: 'extend_persona_proposal',
  kind: 'additive',
  async up(db) {
    await sql`alter table persona_proposal add column provider text`.execute(db);
    await sql`alter table persona_proposal add column silence text
      check (silence in ('no-consent', 'used-up', 'unavailable', 'too-few', 'nothing'))`.execute(
      db,
    );
  },
};
