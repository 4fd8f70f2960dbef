import { createHmac } from 'node:crypto';

/** The Stripe-Signature header of a body; several secrets sign while they are being changed. `at` is epoch ms. */
export function sign(body: string, secrets: readonly string[], at: number): string {
  const time = Math.floor(at / 1000);
  const signatures = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`,
  );
  return [`t=${time}`, ...signatures].join(',');
}
