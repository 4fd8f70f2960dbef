import type { RecordedCall } from '#test/support/sandbox/sandbox.ts';

/** A message under way, by the number in its text. */
export interface Mark {
  readonly number: number;
  readonly text: string;
}

interface Sent {
  readonly at: number;
  readonly group: string;
  readonly place: string;
}

/**
 * Knows which of the fans' messages have come to a desk: by the number in a relay's text, or by the place that a copy
 * was made of.
 */
export class RelayWatch {
  readonly #under = new Map<number, Sent>();
  readonly #byPlace = new Map<string, number>();
  readonly #took = new Map<string, number[]>();
  #last = 0;
  #onEmpty: (() => void) | null = null;

  next(): Mark {
    this.#last += 1;
    return { number: this.#last, text: `n${this.#last}.` };
  }

  sent(mark: Mark, where: { chatId: number; messageId: number; group: string }): void {
    const place = `${where.chatId}/${where.messageId}`;
    this.#under.set(mark.number, { at: performance.now(), group: where.group, place });
    this.#byPlace.set(place, mark.number);
  }

  see(call: RecordedCall): void {
    if (call.outcome !== 'ok') return;
    const { text } = call.params;
    if (call.method === 'sendMessage' && typeof text === 'string') {
      for (const [, number] of text.matchAll(/number n(\d+)\./g)) this.#arrived(Number(number));
    } else if (call.method === 'copyMessage') {
      const place = `${String(call.params['from_chat_id'])}/${String(call.params['message_id'])}`;
      this.#arrived(this.#byPlace.get(place));
    }
  }

  /** Resolves when nothing is under way; rejects with how much is when it takes too long. */
  async empty(timeoutMs: number): Promise<void> {
    if (this.#under.size === 0) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#onEmpty = resolve;
    const late = setTimeout(
      () => reject(new Error(`${this.#under.size} messages did not come to the desk`)),
      timeoutMs,
    );
    await promise.finally(() => clearTimeout(late));
  }

  /** How many messages of a group have come since it was forgotten. */
  count(group: string): number {
    return this.#took.get(group)?.length ?? 0;
  }

  /** How long each message of a group took, in ms. */
  latencies(group: string): number[] {
    return this.#took.get(group) ?? [];
  }

  forget(group: string): void {
    this.#took.delete(group);
  }

  #arrived(number: number | undefined): void {
    const sent = number === undefined ? undefined : this.#under.get(number);
    if (number === undefined || !sent) return;
    this.#under.delete(number);
    this.#byPlace.delete(sent.place);
    const took = this.#took.get(sent.group) ?? [];
    this.#took.set(sent.group, took);
    took.push(performance.now() - sent.at);
    if (this.#under.size === 0) this.#onEmpty?.();
  }
}
