/** Whether a key is one of Stripe's live mode; sandboxes are test mode, too (docs.stripe.com/keys: the prefix says it). */
export function isLiveKey(secretKey: string): boolean {
  return !/^(sk|rk)_test_/.test(secretKey);
}
