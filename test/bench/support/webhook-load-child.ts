import { Pool } from 'undici';
import { serveCalls } from './serve-calls.ts';
import type { Answers, FloodOrder, SteadyOrder } from './webhook-load.ts';

// Posts updates as Telegram would, each of them new.

let updateId = 500_000_000;

function body(turn: number, { targets, fans }: FloodOrder): string {
  updateId += 1;
  const fan = 5_000_000_000 + (Math.floor(turn / targets.length) % fans);
  return JSON.stringify({
    update_id: updateId,
    message: {
      message_id: updateId,
      from: { id: fan, is_bot: false, first_name: 'Fan', last_name: `${fan}`, language_code: 'en' },
      chat: { id: fan, first_name: 'Fan', last_name: `${fan}`, type: 'private' },
      date: Math.floor(Date.now() / 1000),
      text: `A word from me to you, number ${turn}, and what else there is to say in a message.`,
    },
  });
}

class Run {
  readonly #pool: Pool;
  readonly #paths: { path: string; secret: string }[];
  readonly #order: FloodOrder;
  readonly took: number[] = [];
  refused = 0;

  constructor(order: FloodOrder) {
    this.#order = order;
    this.#paths = order.targets.map(({ url, secret }) => ({ path: new URL(url).pathname, secret }));
    const { origin } = new URL(order.targets[0]?.url ?? '');
    this.#pool = new Pool(origin, { connections: order.connections, pipelining: 1 });
  }

  async post(turn: number): Promise<void> {
    const target = this.#paths[turn % this.#paths.length];
    if (!target) throw new Error('no targets');
    const start = performance.now();
    const answer = await this.#pool.request({
      method: 'POST',
      path: target.path,
      headers: {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': target.secret,
      },
      body: body(turn, this.#order),
    });
    await answer.body.dump();
    if (answer.statusCode === 200) this.took.push(performance.now() - start);
    else this.refused += 1;
  }

  async end(seconds: number): Promise<Answers> {
    await this.#pool.close();
    return { rate: this.took.length / seconds, took: this.took, refused: this.refused };
  }
}

serveCalls({
  async flood(order: FloodOrder): Promise<Answers> {
    const run = new Run(order);
    const start = performance.now();
    let turn = 0;
    const worker = async () => {
      while (performance.now() - start < order.seconds * 1000) await run.post(turn++);
    };
    await Promise.all(Array.from({ length: order.connections }, worker));
    return await run.end((performance.now() - start) / 1000);
  },
  async steady(order: SteadyOrder): Promise<Answers> {
    const run = new Run(order);
    const start = performance.now();
    const under = new Set<Promise<void>>();
    let turn = 0;
    for (;;) {
      const elapsed = performance.now() - start;
      if (elapsed >= order.seconds * 1000) break;
      for (const due = (elapsed / 1000) * order.perSecond; turn < due; turn += 1) {
        const post = run.post(turn).finally(() => under.delete(post));
        under.add(post);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(under);
    return await run.end((performance.now() - start) / 1000);
  },
});
