import type { Clock } from '#src/core/clock.ts';
import type { DraftId, TenantId } from '#src/core/ids.ts';
import type { MadeFrom } from './made-from.ts';
import type { MadeDraft } from './show-draft.ts';

/** How long an answer waits to be written down; who waits for a draft is told within some two minutes that it did not work. */
const keptMs = 15 * 60_000;
/** An answer that cannot be written down so often may be at fault itself. */
const mostOffers = 3;

/** Which round of which draft. */
export interface RoundOfDraft {
  readonly tenantId: TenantId;
  readonly draftId: DraftId;
  readonly round: number;
}

/** What a model answered for a draft, and what it was made from. */
export interface Answered {
  readonly made: MadeDraft;
  readonly from: MadeFrom;
}

interface Kept extends Answered {
  readonly cancel: () => void;
  offers: number;
}

/**
 * What models answered for drafts until it is written down: where that fails, the next try of the job offers it and pays for no
 * other. Only in memory and for a while, so that what may not stay is nowhere on the disk; after a crash a model is asked anew.
 */
export class Unwritten {
  readonly #answers = new Map<string, Kept>();

  /** Keeps an answer until it is forgotten, or for a quarter of an hour. */
  keep(round: RoundOfDraft, answered: Answered, clock: Pick<Clock, 'after'>): void {
    this.forget(round);
    const cancel = clock.after(keptMs, () => this.#answers.delete(keyOf(round)));
    this.#answers.set(keyOf(round), { ...answered, cancel, offers: 0 });
  }

  /** The answer for a round, three times at most. */
  offer(round: RoundOfDraft): Answered | undefined {
    const kept = this.#answers.get(keyOf(round));
    if (!kept) return undefined;
    kept.offers += 1;
    if (kept.offers === mostOffers) this.forget(round);
    return kept;
  }

  /** Forgets what was written down, or is wanted no more. */
  forget(round: RoundOfDraft): void {
    this.#answers.get(keyOf(round))?.cancel();
    this.#answers.delete(keyOf(round));
  }
}

function keyOf({ tenantId, draftId, round }: RoundOfDraft): string {
  return `${tenantId}:${draftId}:${round}`;
}
