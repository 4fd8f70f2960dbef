import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CrashPoint } from '#src/core/crash-points.ts';
import { startChild } from '#test/support/crash/child.ts';
import { startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

describe('a program that is killed while it opens a checkout', () => {
  test.each<CrashPoint>(['stripe-customer-made', 'stripe-checkout-begun', 'stripe-page-made'])(
    'at %s makes no second customer, and no second page that could be paid',
    { timeout: 60_000 },
    async (point) => {
      using folder = makeTempDir();
      await using fake = await startFakeStripe();
      fake.sell({ key: 'pro_monthly', name: 'Pro', amount: 1_900, every: 'month' });
      const standing = {
        dir: `${folder.path}/tenants`,
        masterKey: randomBytes(32).toString('hex'),
        secretKey: fake.secretKey,
        apiBase: fake.url,
      };
      const run = async (plan: { point?: CrashPoint; nonces: string[] }) => {
        const args = [JSON.stringify({ ...standing, ...plan })];
        const from = { cwd: folder.path, settings: {} };
        const child = startChild('test/crash/checkout-program.ts', args, from);
        const { signal } = await child.ended;
        return { signal, output: child.output() };
      };

      expect((await run({ point, nonces: ['first-tap'] })).signal).toBe('SIGKILL');
      // The same tap again is the same page; another tap ends it.
      const { output } = await run({ nonces: ['first-tap', 'second-tap'] });
      expect(fake.book.customers.size).toBe(1);
      const [first, second, ...others] = [...fake.book.sessions.values()];
      expect(JSON.parse(output)).toEqual([
        expect.stringContaining(first?.id ?? 'no page'),
        expect.stringContaining(second?.id ?? 'no page'),
      ]);
      expect([first?.status, second?.status, others]).toEqual(['expired', 'open', []]);
      expect(fake.violations).toEqual([]);
    },
  );
});
