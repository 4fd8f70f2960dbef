import type { DraftId, TenantId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { MadeDraft } from './show-draft.ts';

/** How long an answer waits to be written down; who waits for a draft is told within some two minutes that it did not work. */
const keptMs = 15 * 60_000;

/** Which round of which draft. */
export interface RoundOfDraft {
  readonly tenantId: TenantId;
  readonly draftId: DraftId;
  readonly round: number;
}

/** What a model answered for a draft. */
export interface Answered {
  readonly made: MadeDraft;
  /** What it was made from, as JSON. */
  readonly from: string;
  /** Whether who was asked, and of what they were told, may still be used. */
  readonly stillMay: (reader: Reader) => Promise<boolean>;
}

/**
 * What models answered for drafts until it is written down: where that fails, the next try of the job offers it and pays for no
 * other. Only in memory, so that what may not stay is nowhere on the disk; after a crash a model is asked anew.
 */
export class Unwritten {
  readonly #answers = new Map<string, Answered & { readonly until: number }>();

  /** Keeps an answer; `now` in ms of the steady clock. */
  keep(round: RoundOfDraft, answered: Answered, now: number): void {
    for (const [key, { until }] of this.#answers) if (until <= now) this.#answers.delete(key);
    this.#answers.set(keyOf(round), { ...answered, until: now + keptMs });
  }

  /** The answer for a round that would be made from the same now. */
  find(round: RoundOfDraft, from: string, now: number): Answered | undefined {
    const kept = this.#answers.get(keyOf(round));
    return kept && kept.from === from && kept.until > now ? kept : undefined;
  }

  /** Forgets what was written down, or is wanted no more. */
  forget(round: RoundOfDraft): void {
    this.#answers.delete(keyOf(round));
  }
}

function keyOf({ tenantId, draftId, round }: RoundOfDraft): string {
  return `${tenantId}:${draftId}:${round}`;
}
