import { createHash } from 'node:crypto';
import type { Clock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';

/** An answer that cannot be written down so often may be at fault itself. */
const mostOffers = 3;
/** What an answer is for: whose it is, and the ids of what it was asked for. */
export type Work = readonly [TenantId, ...ids: readonly number[]];

/** How much waits to be written down. */
export interface UnwrittenLimits {
  /** How long an answer waits. */
  readonly keptMs: number;
  /** Answers that wait at one time; past that the oldest is forgotten. */
  readonly most: number;
}

/** Of work that nobody waits for. */
export const patient: UnwrittenLimits = { keptMs: 60 * 60_000, most: 256 };

interface Kept<Answer> {
  /** A hash of all that the question was made from. */
  readonly question: string;
  readonly answer: Answer;
  readonly cancel: () => void;
  offers: number;
}

/**
 * What models answered until it is written down: where that fails, the next try of the job gathers the question anew, and if not a
 * word of it is another, this answer counts and no other is paid for. Only in memory and for a while, so that what may not stay is
 * nowhere on the disk; after a crash a model is asked anew.
 */
export class UnwrittenAnswers<Answer> {
  readonly #answers = new Map<string, Kept<Answer>>();
  readonly #limits: UnwrittenLimits;

  constructor(limits: UnwrittenLimits) {
    this.#limits = limits;
  }

  /**
   * Keeps an answer until it is forgotten. `question`: all that it stands on; empty where whoever takes the answer looks at that
   * themself.
   */
  keep(work: Work, question: string, answer: Answer, clock: Pick<Clock, 'after'>): void {
    this.forget(work);
    const { keptMs, most } = this.#limits;
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size >= most) this.#drop(oldest);
    const key = keyOf(work);
    const cancel = clock.after(keptMs, () => this.#answers.delete(key));
    this.#answers.set(key, { question: hashOf(question), answer, cancel, offers: 0 });
  }

  /** The answer to the very same question, three times at most; that to another one is forgotten. */
  offer(work: Work, question: string): Answer | undefined {
    const kept = this.#answers.get(keyOf(work));
    if (!kept) return undefined;
    kept.offers += 1;
    const isSame = kept.question === hashOf(question);
    if (!isSame || kept.offers === mostOffers) this.forget(work);
    return isSame ? kept.answer : undefined;
  }

  /** Forgets what was written down, or may not be used any more. */
  forget(work: Work): void {
    this.#drop(keyOf(work));
  }

  #drop(key: string): void {
    this.#answers.get(key)?.cancel();
    this.#answers.delete(key);
  }
}

function keyOf(work: Work): string {
  return work.join(':');
}

function hashOf(question: string): string {
  return createHash('sha256').update(question).digest('base64url');
}
