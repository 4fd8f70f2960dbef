import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Stripe } from 'stripe';
import { faultOfError, type StripeFault } from './fault-of-error.ts';
import type { StripeConfig } from './stripe-config.ts';

/** What a call gave. */
export type Asked<T> = { readonly ok: true; readonly value: T } | StripeFault;

/** Stripe's client, which is loaded and made with the first call. */
export interface StripeClient {
  /** Does some calls; the first that fails ends them. Errors that are not Stripe's are thrown on. */
  ask<T>(work: (stripe: Stripe) => Promise<T>): Promise<Asked<T>>;
  /** Ends what is under way (`unreachable`) and closes all connections. */
  close(): void;
}

/** The API's version of the client's types; the webhook endpoint has the same. The types hold it to the client's own. */
export const pinnedApiVersion = '2026-10-28.endive';

/** Time limit of one call, in ms: people and the stop of the program wait for it. */
const timeoutMs = 15_000;

/** Makes the client. Whoever asks tries again: the client itself does not. */
export function openStripeClient(
  config: Pick<StripeConfig, 'secretKey' | 'apiBase'>,
): StripeClient {
  const base = new URL(config.apiBase ?? 'https://api.stripe.com');
  const agent =
    base.protocol === 'http:'
      ? new HttpAgent({ keepAlive: true })
      : new HttpsAgent({ keepAlive: true });
  let loading: Promise<Stripe> | null = null;
  const load = async (): Promise<Stripe> => {
    const { Stripe } = await import('stripe');
    return new Stripe(config.secretKey, {
      host: base.hostname,
      port: base.port || (base.protocol === 'http:' ? 80 : 443),
      protocol: base.protocol === 'http:' ? 'http' : 'https',
      httpAgent: agent,
      apiVersion: pinnedApiVersion,
      telemetry: false,
      maxNetworkRetries: 0,
      timeout: timeoutMs,
    });
  };
  return {
    async ask(work) {
      try {
        return { ok: true, value: await work(await (loading ??= load())) };
      } catch (error) {
        const fault = faultOfError(error);
        if (!fault) throw error;
        return fault;
      }
    },
    close: () => agent.destroy(),
  };
}
