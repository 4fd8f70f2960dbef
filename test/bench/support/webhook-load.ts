import { type Child, startChild } from './child.ts';

/** A webhook to post to. */
export interface Target {
  readonly url: string;
  readonly secret: string;
}

/** Posts as fast as so many connections go, for so long. */
export interface FloodOrder {
  readonly targets: readonly Target[];
  readonly connections: number;
  readonly seconds: number;
  /** Different fans who write to each target. */
  readonly fans: number;
}

/** Posts so many a second, whether or not earlier ones are answered. */
export interface SteadyOrder extends FloodOrder {
  readonly perSecond: number;
}

/** How posts were answered. */
export interface Answers {
  /** Answered 200, a second. */
  readonly rate: number;
  /** Milliseconds until 200, of each. */
  readonly took: readonly number[];
  /** Answered otherwise. */
  readonly refused: number;
}

/** Somebody who posts updates, in a process of its own. */
export interface WebhookLoad extends AsyncDisposable {
  flood(order: FloodOrder): Promise<Answers>;
  steady(order: SteadyOrder): Promise<Answers>;
}

/** Starts the load. */
export function startWebhookLoad(): WebhookLoad {
  const child: Child = startChild('test/bench/support/webhook-load-child.ts');
  return {
    flood: (order) => child.call('flood', order),
    steady: (order) => child.call('steady', order),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
