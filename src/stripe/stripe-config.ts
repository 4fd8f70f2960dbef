/** The installation's access to Stripe. */
export interface StripeConfig {
  readonly secretKey: string;
  /** Of the webhook endpoint; two while they are being changed. */
  readonly webhookSecrets: readonly string[];
  /** Origin of the API; null: Stripe's own. */
  readonly apiBase: string | null;
  /** 0: no trial. */
  readonly trialDays: number;
  /** Whether Stripe computes taxes and asks for tax ids. */
  readonly tax: boolean;
}
