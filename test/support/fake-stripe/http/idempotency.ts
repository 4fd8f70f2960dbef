import { StripeRefusal } from './stripe-error.ts';

/** What a request was answered with. */
export interface StripeAnswer {
  readonly status: number;
  readonly body: object;
  readonly requestId: string;
}

const keptMs = 86_400_000;

/** Remembers answers for a day by Idempotency-Key: the same request again gets the same answer, another one is refused. */
export class Idempotency {
  readonly #answers = new Map<string, { request: string; answer: StripeAnswer; until: number }>();
  readonly #now: () => number;

  /** `now` is epoch ms. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The answer given before, if there is one. */
  before(key: string, request: string): StripeAnswer | undefined {
    const kept = this.#answers.get(key);
    if (kept === undefined || kept.until <= this.#now()) return undefined;
    if (kept.request !== request)
      throw new StripeRefusal(
        400,
        `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        { type: 'idempotency_error' },
      );
    return kept.answer;
  }

  /** Keeps what was done or refused; not that a parameter was wrong, since then nothing was begun. */
  keep(key: string, request: string, answer: StripeAnswer): void {
    const { error } = answer.body as { error?: { code?: string } };
    if (error?.code?.startsWith('parameter_') === true) return;
    this.#answers.set(key, { request, answer, until: this.#now() + keptMs });
  }
}
