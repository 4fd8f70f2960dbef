import { createHash } from 'node:crypto';
import type { Clock } from '#src/core/clock.ts';
import type { JobId, TenantId } from '#src/core/ids.ts';

/** How long an answer waits to be written down. */
const keptMs = 60 * 60_000;
/** An answer that cannot be written down so often may be at fault itself. */
const mostOffers = 3;
/** Answers that wait at one time; past that the oldest is forgotten. */
const mostKept = 256;

/** Which job of whom. */
export interface JobOfTenant {
  readonly tenantId: TenantId;
  readonly jobId: JobId;
}

interface Kept<Answer> {
  /** A hash of all that the question was made from. */
  readonly question: string;
  readonly answer: Answer;
  readonly cancel: () => void;
  offers: number;
}

/**
 * What models answered in jobs until it is written down: where that fails, the next try of the job gathers the question anew,
 * and if not a word of it is another, this answer counts and no other is paid for. Only in memory and for an hour.
 */
export class UnwrittenAnswers<Answer> {
  readonly #answers = new Map<string, Kept<Answer>>();

  /** Keeps what a job was answered until it is forgotten. `question`: all that the answer stands on. */
  keep(job: JobOfTenant, question: string, answer: Answer, clock: Pick<Clock, 'after'>): void {
    this.forget(job);
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size >= mostKept) this.#drop(oldest);
    const key = keyOf(job);
    const cancel = clock.after(keptMs, () => this.#answers.delete(key));
    this.#answers.set(key, { question: hashOf(question), answer, cancel, offers: 0 });
  }

  /** The answer to the very same question, three times at most; that to another one is forgotten. */
  offer(job: JobOfTenant, question: string): Answer | undefined {
    const kept = this.#answers.get(keyOf(job));
    if (!kept) return undefined;
    kept.offers += 1;
    const isSame = kept.question === hashOf(question);
    if (!isSame || kept.offers === mostOffers) this.forget(job);
    return isSame ? kept.answer : undefined;
  }

  /** Forgets what was written down, or may not be used any more. */
  forget(job: JobOfTenant): void {
    this.#drop(keyOf(job));
  }

  #drop(key: string): void {
    this.#answers.get(key)?.cancel();
    this.#answers.delete(key);
  }
}

function keyOf({ tenantId, jobId }: JobOfTenant): string {
  return `${tenantId}:${jobId}`;
}

function hashOf(question: string): string {
  return createHash('sha256').update(question).digest('base64url');
}
