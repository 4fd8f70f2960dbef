import type { AccountBook } from '#src/core/account.ts';
import type { Services } from '#src/core/services.ts';
import type { StripePort } from '#src/core/stripe.ts';
import type { ControlStore } from '#src/storage/control-store.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** What the account page stands on. */
export interface AccountParts {
  readonly book: AccountBook;
  readonly control: Pick<ControlStore, 'get'>;
  readonly store: Pick<TenantStore, 'read'>;
  readonly services: Services & { readonly stripe: StripePort };
  /** Under which people reach the page, such as `https://bots.example.com`; known once the server listens. */
  readonly origin: () => string;
  /** Origins of Stripe's pages. */
  readonly stripeOrigins: readonly string[];
}
