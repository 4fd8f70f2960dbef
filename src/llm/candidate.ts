import type { ProviderAdapter } from './adapter.ts';
import type { ModelTraits } from './model-traits.ts';
import type { Price } from './prices.ts';

/** A model that may be asked. */
export interface Candidate {
  /** As it is named to people: `groq`, `xai`, `compatible:<host>`, `own`. */
  readonly provider: string;
  readonly model: string;
  readonly traits: ModelTraits;
  /** What the installation pays for it. */
  readonly price: Price;
  readonly adapter: ProviderAdapter;
  /** Stands for the provider and the key, of creators' own for the tenant and the address, too; not the key. */
  readonly circuit: string;
  /** With a creator's own key; its model's name is theirs and goes into no log. */
  readonly own: boolean;
}
