import { describe, expect, test } from 'vitest';
import type { CrashPoint } from '#src/core/crash-points.ts';
import type { BotId, Slug, UserId } from '#src/core/ids.ts';
import { systemRandom } from '#src/core/random.ts';
import { newTenantId } from '#src/storage/tenant-paths.ts';
import { pause } from '#test/support/crash/pause.ts';
import { makeAtStripe, openStripeStage } from '#test/support/crash/stripe-stage.ts';
import type { FakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';

/** What happens at Stripe while the program runs, at which step it is killed, and what it has to know after its next start. */
interface Story {
  readonly at: CrashPoint;
  readonly happens: (fake: FakeStripe, customer: string) => void | Promise<void>;
  readonly knows: object;
}
const paid = (fake: FakeStripe, customer: string) =>
  void fake.customers.subscribe(customer, 'pro_monthly');
const active = { status: 'active', isMapped: true };
const stories: readonly Story[] = [
  { at: 'stripe-event-stored', happens: paid, knows: active },
  { at: 'stripe-read', happens: paid, knows: active },
  { at: 'stripe-row-stored', happens: paid, knows: active },
  {
    at: 'stripe-subscription-cancelled',
    happens(fake, customer) {
      paid(fake, customer);
      paid(fake, customer);
    },
    knows: { ...active, duplicates: 1 },
  },
  {
    at: 'stripe-duplicate-added',
    happens(fake, customer) {
      paid(fake, customer);
      paid(fake, customer);
    },
    knows: { ...active, duplicates: 1 },
  },
  {
    at: 'stripe-trial-used',
    happens: (fake, customer) =>
      void fake.customers.subscribe(customer, 'pro_monthly', { trialDays: 14 }),
    knows: { status: 'trialing', isTrialUsed: true },
  },
  { at: 'stripe-topup-added', happens: boughtDrafts, knows: { topupDrafts: 500 } },
  {
    at: 'stripe-end-stored',
    happens(fake, customer) {
      paid(fake, customer);
      fake.customers.delete(customer);
    },
    knows: { isMapped: false },
  },
];

/** A top-up, which somebody pays for on Checkout's page. */
async function boughtDrafts(fake: FakeStripe, customer: string): Promise<void> {
  const { id: price } = fake.sell({ key: 'drafts_topup_500', name: 'Drafts', amount: 900 });
  const page = await makeAtStripe(fake, 'checkout/sessions', {
    mode: 'payment',
    customer,
    'line_items[0][price]': price,
    'line_items[0][quantity]': '1',
    success_url: 'https://bots.example.com/account/back',
  });
  fake.checkout.pay(page);
}

describe('a program that is killed while it hears of a payment', () => {
  test.each(stories)(
    'at $at has everything right after its next start',
    {
      timeout: 60_000,
    },
    async ({ at: point, happens, knows }) => {
      await using stage = await openStripeStage();
      const { fake, withStorage } = stage;
      fake.sell({ key: 'pro_monthly', name: 'Pro', amount: 1_900, every: 'month' });
      // Its bot is switched off, so that the program talks to Stripe alone.
      const tenantId = newTenantId(systemRandom);
      const customer = await withStorage(async (storage) => {
        await storage.control.add({
          tenantId,
          slug: 'luna' as Slug,
          name: 'Luna',
          botId: 7_000_001 as BotId,
          botUsername: 'luna_bot',
          botInfo: '{}',
          token: '7000001:none',
          webhookPath: 'path',
          webhookSecret: 'secret',
        });
        await storage.store.create(tenantId);
        await storage.control.change(tenantId, { state: 'suspended' });
        const made = await makeAtStripe(fake, 'customers');
        return await storage.stripeBook().addCustomer(tenantId, made);
      });

      const first = await stage.start({ point, pass: 1 });
      await happens(fake, customer);
      expect((await first.ended).signal).toBe('SIGKILL');
      const second = await stage.start({});
      await fake.settled(20_000);
      const standing = () =>
        withStorage(async (storage) => {
          const row = (await storage.planBook({ billing: true })).of(tenantId);
          const book = storage.stripeBook();
          return {
            status: row?.subscription?.status,
            topupDrafts: row?.topupDrafts,
            duplicates: row?.creditedDuplicates,
            isMapped: (await book.tenantOf(customer)) !== null,
            isTrialUsed: await book.trialUsed(tenantId, 1 as UserId),
            open: (await book.eventCounts()).open,
          };
        });
      let now = await standing();
      for (let looks = 0; looks < 100 && now.open > 0; looks += 1) {
        await pause(50);
        now = await standing();
      }
      expect(now).toMatchObject({ ...knows, open: 0 });
      const alive = [...fake.book.subscriptions.values()].filter((each) => each.ended_at === null);
      expect(alive.length).toBeLessThanOrEqual(1);
      expect(fake.violations).toEqual([]);
      expect((await second.terminate()).code).toBe(0);
      expect(second.output()).not.toMatch(/whsec_|sk_test_/);
    },
  );
});
