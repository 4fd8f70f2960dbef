/** Prices of all that is sold, in cents, as a file for `npm run stripe -- setup` has them. */
export const priceList = {
  currency: 'eur',
  prices: {
    pro_monthly: 1_900,
    pro_yearly: 19_000,
    studio_monthly: 4_900,
    studio_yearly: 49_000,
    drafts_topup_500: 900,
  },
} as const;
