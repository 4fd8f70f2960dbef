import type { Claimed, Run } from '#src/telegram/outbox/sender-parts.ts';

/** A full run asks for what follows its last call, which is under way. */
export interface NextRun {
  readonly last: Claimed;
  /** Tells the run what was claimed to follow it; nothing where nothing was. The first word counts. */
  readonly tell: (next: Run | undefined) => void;
}

/**
 * What full runs ask for. A request is open -> (a pass takes it) -> taken -> (the pass has committed or failed) -> told;
 * a run whose last call comes back while its request is open takes it back and ends.
 */
export class NextRuns {
  readonly #open = new Set<NextRun>();

  /** Asks for what follows this call. The answer ends the request: it is what was claimed, or nothing. */
  ask(last: Claimed): () => Promise<Run | undefined> {
    const { promise, resolve } = Promise.withResolvers<Run | undefined>();
    const request: NextRun = { last, tell: resolve };
    this.#open.add(request);
    return async () => (this.#open.delete(request) ? undefined : await promise);
  }

  /** Whether a run asks, whose lane stands still without an answer. */
  get isAsked(): boolean {
    return this.#open.size > 0;
  }

  /** Takes all requests that are open; each must be told. */
  take(): readonly NextRun[] {
    const taken = [...this.#open];
    this.#open.clear();
    return taken;
  }
}
