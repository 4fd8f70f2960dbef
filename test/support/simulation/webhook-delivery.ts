import type { BotState, Json } from '#test/support/sandbox/state.ts';

/** How a round of deliveries goes. */
export interface DeliveryOptions {
  /** Chooses among the chats whose turn it is, 0 up to 1. */
  readonly pick: () => number;
  /** Every update is posted twice at the same time. */
  readonly twice?: boolean;
  /** Telegram hears no answer, and delivers again. */
  readonly deaf?: boolean;
}

interface Waiting {
  readonly id: number;
  readonly chat: number;
  readonly json: Json;
}

/**
 * Telegram's side of a webhook: one chat's updates in their order, one at a time, chats in any order, each again until
 * it was answered 200.
 */
export class SimulatedDelivery {
  /** Updates that were answered 200 at least once. */
  readonly acknowledged = new Set<number>();
  readonly #bot: BotState;
  #waiting: Waiting[] = [];

  constructor(bot: BotState) {
    this.#bot = bot;
  }

  get size(): number {
    return this.#waiting.length + this.#bot.queue.size;
  }

  /** Posts what waits until nothing does, or nothing was accepted in a round. `settled` lets the answers come. */
  async deliver(
    post: (update: Json) => Promise<number>,
    settled: () => Promise<void>,
    options: DeliveryOptions,
  ): Promise<void> {
    this.#takeUp();
    for (let accepted = 1; accepted > 0; ) {
      const heads = shuffled(this.#heads(), options.pick);
      const answers = new Map<Waiting, number>();
      for (const head of heads) {
        const copies = options.twice ? 2 : 1;
        for (let copy = 0; copy < copies; copy += 1) {
          void post(head.json).then((status) => {
            if (answers.get(head) !== 200) answers.set(head, status);
          });
        }
      }
      await settled();
      const good = heads.filter((head) => answers.get(head) === 200);
      for (const { id } of good) this.acknowledged.add(id);
      if (options.deaf) return;
      this.#waiting = this.#waiting.filter((update) => !good.includes(update));
      accepted = good.length;
      this.#takeUp();
    }
  }

  #takeUp(): void {
    const { queue } = this.#bot;
    for (const json of queue.first(Number.POSITIVE_INFINITY)) {
      const id = json['update_id'] as number;
      this.#waiting.push({ id, chat: chatOf(json), json });
      queue.confirm(id + 1);
    }
  }

  #heads(): Waiting[] {
    const seen = new Set<number>();
    return this.#waiting.filter(({ chat }) => !seen.has(chat) && seen.add(chat));
  }
}

/** The first chat in an update; 0 for none. */
function chatOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if ('chat' in value) return (value.chat as { id: number }).id;
  for (const inner of Object.values(value)) {
    const found = chatOf(inner);
    if (found !== 0) return found;
  }
  return 0;
}

function shuffled<T>(list: readonly T[], pick: () => number): T[] {
  return list
    .map((item) => ({ item, at: pick() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
