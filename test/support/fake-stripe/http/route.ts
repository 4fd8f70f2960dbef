import type { World } from '../world.ts';
import type { Params } from './params.ts';

/** One operation of the API. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** As the schema writes it: `/v1/customers/{id}`. */
  readonly path: string;
  /** Dotted names of the parameters that are played; one stands for all below it. */
  readonly takes: readonly string[];
  /** True: the schema file does not have it, so only `takes` is held against it. */
  readonly beyondSchema?: true;
  /** Answers with a resource or throws a StripeRefusal. `id` is what stands in the path. */
  readonly run: (world: World, params: Params, id: string) => object;
}
