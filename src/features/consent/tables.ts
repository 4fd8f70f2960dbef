import type { Generated } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type { FanId, UserId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    consent: ConsentTable;
    ai_opt_out: AiOptOutTable;
  }
}

/** What the creator consented to. At most one row of a purpose has not ended. */
interface ConsentTable {
  id: Generated<number>;
  purpose: 'ai-drafts';
  /** Names of providers, as a JSON list in alphabetical order. */
  providers: string;
  text_version: number;
  given_at: number;
  actor: Actor;
  given_by: UserId;
  ended_at: number | null;
  /** `replaced`: by another consent. */
  ended_how: 'withdrawn' | 'replaced' | null;
}

/** A fan who once kept their messages away from AI providers; they still do unless it was taken back. */
interface AiOptOutTable {
  fan_id: FanId;
  opted_out_at: number;
  taken_back_at: number | null;
}
