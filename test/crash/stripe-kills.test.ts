import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { CrashPoint } from '#src/core/crash-points.ts';
import type { BotId, Slug, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import { newTenantId } from '#src/storage/tenant-paths.ts';
import { type Child, startChild } from '#test/support/crash/child.ts';
import { pause } from '#test/support/crash/pause.ts';
import { type FakeStripe, startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

const secret = 'whsec_crashes00000000';

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
    knows: active,
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
  const page = await make(fake, 'checkout/sessions', {
    mode: 'payment',
    customer,
    'line_items[0][price]': price,
    'line_items[0][quantity]': '1',
    success_url: 'https://bots.example.com/account/back',
  });
  fake.checkout.pay(page);
}

/** Has the fake make something; gives its id. */
async function make(
  fake: FakeStripe,
  path: string,
  params: Record<string, string> = {},
): Promise<string> {
  const made = await fetch(`${fake.url}/v1/${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${fake.secretKey}`,
      'Stripe-Version': fake.apiVersion,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(params),
  });
  const { id } = (await made.json()) as { id: string };
  return id;
}

describe('a program that is killed while it hears of a payment', () => {
  test.each(stories)(
    'at $at has everything right after its next start',
    {
      timeout: 60_000,
    },
    async ({ at: point, happens, knows }) => {
      using folder = makeTempDir();
      await using fake = await startFakeStripe();
      fake.addEndpoint('http://127.0.0.1:9/stripe/webhook', { secret });
      fake.sell({ key: 'pro_monthly', name: 'Pro', amount: 1_900, every: 'month' });
      const masterKey = randomBytes(32);
      const dir = `${folder.path}/tenants`;
      const open = () =>
        openStorage({
          dir,
          masterKey: new MasterKey(masterKey),
          clock: systemClock,
          random: systemRandom,
          log: silentLog,
        });
      // Its bot is switched off, so that the program talks to Stripe alone.
      const tenantId = newTenantId(systemRandom);
      const customer = await (async () => {
        await using storage = await open();
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
        return await storage.stripeBook().addCustomer(tenantId, await make(fake, 'customers'));
      })();
      const start = async (plan: object): Promise<Child> => {
        const child = startChild('test/crash/program.ts', [JSON.stringify(plan)], {
          cwd: folder.path,
          settings: {
            TENANTS_DIR: dir,
            MASTER_KEY: masterKey.toString('hex'),
            TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
            PORT: '0',
            STRIPE_SECRET_KEY: fake.secretKey,
            STRIPE_WEBHOOK_SECRET: secret,
            STRIPE_API_BASE: fake.url,
          },
        });
        await child.started;
        const url = /"url":"(http:[^"]+)"/.exec(child.output())?.[1];
        if (!url) throw new Error(`it does not listen:\n${child.output()}`);
        fake.webhooks.detour(`${url}/stripe/webhook`);
        return child;
      };

      const first = await start({ point, pass: 1 });
      await happens(fake, customer);
      expect((await first.ended).signal).toBe('SIGKILL');
      const second = await start({});
      await fake.settled(20_000);
      const standing = async () => {
        await using storage = await open();
        const row = (await storage.planBook({ billing: true })).of(tenantId);
        const book = storage.stripeBook();
        return {
          status: row?.subscription?.status,
          topupDrafts: row?.topupDrafts,
          isMapped: (await book.tenantOf(customer)) !== null,
          isTrialUsed: await book.trialUsed(tenantId, 1 as UserId),
          open: (await book.eventCounts()).open,
        };
      };
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
