import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { CrashPoint } from '#src/core/crash-points.ts';
import type { ChatId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import type { PlanBook } from '#src/core/plans.ts';
import { systemRandom } from '#src/core/random.ts';
import { setOwner } from '#src/features/members/index.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { openDesk } from '#src/features/threads/index.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import { createStripe } from '#src/stripe/create-stripe.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { pause } from '#test/support/crash/pause.ts';
import {
  makeAtStripe,
  openStripeStage,
  type StripeStage,
} from '#test/support/crash/stripe-stage.ts';
import type { FakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { newTenant } from '#test/support/new-tenant.ts';
import {
  type Sandbox,
  type SandboxBot,
  type SandboxUser,
  startSandbox,
} from '#test/support/sandbox/sandbox.ts';

interface Creator {
  readonly bot: SandboxBot;
  readonly user: SandboxUser;
}

/** A tenant whose creator has begun with the bot, and the tenant's customer. */
async function addCreator(
  storage: Storage,
  { sandbox, dir, customer }: { sandbox: Sandbox; dir: string; customer: string },
) {
  const bot = sandbox.createBot({ username: 'luna_bot', name: 'Luna' });
  const user = sandbox.createUser({ firstName: 'Luna' });
  const { control, store } = storage;
  const { tenantId } = await newTenant({ control, store, dir }, { slug: 'luna', bot });
  await store.transact(tenantId, async (tx) => {
    const now = systemClock.now();
    await setOwner(tx, { userId: user.id as UserId, name: user.name }, now);
    await setPreference(tx, 'setUpAt', now, 'creator', now);
    await setPreference(tx, 'quietHours', { from: 0, to: 0 }, 'creator', now);
    const texts = createTexts();
    const services = { clock: systemClock, random: systemRandom, log: silentLog, texts };
    await openDesk(tx, { kind: 'private', chatId: user.id as ChatId }, services);
  });
  user.start(bot);
  await storage.stripeBook().addCustomer(tenantId, customer);
  return { tenantId, creator: { bot, user } satisfies Creator };
}

/** Reconciles once more, without the program. */
async function reconcile(
  storage: Storage,
  { fake, plans }: { fake: FakeStripe; plans: PlanBook },
): Promise<void> {
  const book = storage.stripeBook();
  const { secretKey, url: apiBase } = fake;
  const side = createStripe(
    { secretKey, apiBase, webhookSecrets: [], trialDays: 0, tax: false },
    { book, plans, clock: systemClock, log: silentLog, tenantExists: () => Promise.resolve(true) },
  );
  expect(await side.reconcile()).toMatchObject({ synced: 1, failed: 0, again: [] });
  await side.idle();
  await side.stop();
  expect(await book.openEvents(10)).toEqual([]);
}

/** Waits until every event was delivered and is done. */
async function workedOff({ fake, withStorage }: StripeStage): Promise<void> {
  await fake.settled(20_000);
  await withStorage(async (beside) => {
    const book = beside.stripeBook();
    while ((await book.eventCounts()).open > 0) await pause(20);
  });
}

/** Everything that the bot says after its first words, each end on its day. */
const newsOf = ({ bot, user }: Creator): string[] =>
  user
    .sees(bot)
    .filter(({ from, text }) => from.isBot && !text.startsWith('You are set up.'))
    .map(({ text }) => text.replace(/ on .+?(?=\.)/u, ' on its day'));

const began = 'Your plan is Studio now. /plan';
const held = expect.stringMatching(
  /^A payment is disputed\. Until that is settled your plan is Free, /,
) as string;
const released = 'The dispute about a payment is settled. Your plan is Studio again.';
const ending = `${released}\n\nStudio ends on its day. After that you have Free. Nothing is deleted. /plan`;

/**
 * A subscription is disputed, and that is won: our end is taken back. A downgrade is planned, and it is disputed again: the downgrade
 * falls away. Then our end stays, since the creator had left this price.
 */
const story: readonly {
  readonly happens: (fake: FakeStripe, customer: string) => void;
  readonly told: string;
}[] = [
  {
    happens: (fake, customer) => void fake.customers.subscribe(customer, 'studio_monthly'),
    told: began,
  },
  { happens: (fake, customer) => void fake.customers.dispute(customer), told: held },
  { happens: (fake, customer) => fake.customers.closeDispute(customer, 'won'), told: released },
  {
    happens(fake, customer) {
      const [subscription] = fake.book.subscriptionsOf(customer);
      fake.portal.change(subscription?.id ?? '', 'pro_monthly', { atPeriodEnd: true });
      fake.customers.dispute(customer);
    },
    told: held,
  },
  { happens: (fake, customer) => fake.customers.closeDispute(customer, 'won'), told: ending },
];

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

describe('a program that is killed while it does what a hold calls for', () => {
  test.each<{ at: CrashPoint | 'no step'; pass: number }>([
    { at: 'no step', pass: 0 },
    { at: 'stripe-end-changed', pass: 2 },
    { at: 'stripe-hold-marked', pass: 1 },
    { at: 'stripe-schedule-released', pass: 1 },
    { at: 'stripe-end-changed', pass: 3 },
  ])(
    'at $at, pass $pass, goes on as if nothing had been, and tells each thing once',
    { timeout: 60_000 },
    async ({ at: point, pass }) => {
      await using stage = await openStripeStage(sandbox.url);
      const { fake, dir } = stage;
      for (const key of ['pro_monthly', 'studio_monthly']) {
        fake.sell({ key, name: key, amount: 1_900, every: 'month' });
      }
      const customer = await makeAtStripe(fake, 'customers');
      const { tenantId, creator } = await stage.withStorage((storage) =>
        addCreator(storage, { sandbox, dir, customer }),
      );

      let child = await stage.start({ point, pass });
      let kills = 0;
      const news: string[] = [];
      for (const { happens, told } of story) {
        happens(fake, customer);
        news.push(told);
        const isTold = sandbox.until(
          `${news.length} news`,
          () => newsOf(creator).length >= news.length,
          30_000,
        );
        await Promise.race([isTold, child.ended]);
        if (!child.running) {
          expect((await child.ended).signal).toBe('SIGKILL');
          kills += 1;
          child = await stage.start({});
        }
        await isTold;
        await workedOff(stage);
      }
      expect(kills).toBe(pass > 0 ? 1 : 0);
      expect((await child.terminate()).code).toBe(0);
      expect(newsOf(creator)).toEqual(news);

      const [subscription] = fake.book.subscriptionsOf(customer);
      expect(subscription).toMatchObject({
        status: 'active',
        cancel_at_period_end: true,
        schedule: null,
        metadata: { fanline_hold: 'plan-change' },
      });
      const asked = () => fake.calls.filter(({ method }) => method !== 'GET').length;
      const before = asked();
      await stage.withStorage(async (storage) => {
        const plans = await storage.planBook({ billing: true });
        const state = plans.of(tenantId)?.subscription;
        expect(state).toMatchObject({
          subscriptionId: subscription?.id,
          status: 'active',
          priceKey: 'studio_monthly',
          hold: null,
          cancelsAt: state?.periodEnd,
        });
        await reconcile(storage, { fake, plans });
        expect(plans.of(tenantId)?.subscription).toEqual(state);
        plans.close();
      });
      expect(asked()).toBe(before);
      expect(fake.violations).toEqual([]);
    },
  );
});
