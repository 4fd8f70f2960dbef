import { z } from 'zod';
import { type PriceKey, priceKeys } from '#src/core/stripe.ts';

/** What is sold, as the operator's file says it. */
export interface PriceList {
  readonly currency: string;
  /** In the currency's smallest unit. */
  readonly prices: Readonly<Record<PriceKey, number>>;
  /** Names of the products, as customers read them. */
  readonly products: Readonly<Record<ProductKey, string>>;
  /** Whether the prices hold the taxes; null: as the account has it. */
  readonly taxBehavior: 'inclusive' | 'exclusive' | null;
}

/** What prices belong to. */
export type ProductKey = 'pro' | 'studio' | 'drafts';

const amount = z.int().min(1).max(99_999_999);
const productName = z.string().trim().min(1).max(100);

const schema = z.strictObject({
  currency: z.string().regex(/^[a-z]{3}$/),
  prices: z.strictObject(
    Object.fromEntries(priceKeys.map((key) => [key, amount])) as Record<PriceKey, typeof amount>,
  ),
  products: z
    .strictObject({
      pro: productName.default('Pro'),
      studio: productName.default('Studio'),
      drafts: productName.default('Drafts'),
    })
    .default({ pro: 'Pro', studio: 'Studio', drafts: 'Drafts' }),
  taxBehavior: z.enum(['inclusive', 'exclusive']).nullable().default(null),
});

/** Reads the file's text; undefined: it is not such a list. */
export function readPriceList(text: string): PriceList | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
