import { describe, expect, test } from 'vitest';
import type { TenantId, UserId } from '#src/core/ids.ts';
import { isDue } from '#src/stripe/reconcile.ts';
import { type HttpBed, openHttpBed } from '#test/support/stripe/http-bed.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { delivery, eventBody } from '#test/support/stripe/signed-event.ts';

const luna = 't-luna' as TenantId;
const mars = 't-mars' as TenantId;
const ada = 101 as UserId;
const dayMs = 86_400_000;

let nonces = 0;
const wish = (trial = false) => {
  nonces += 1;
  return {
    priceKey: 'pro_monthly' as const,
    userId: ada,
    trial,
    successUrl: 'https://bots.example.com/account/back',
    cancelUrl: 'https://bots.example.com/account',
    nonce: `nonce-of-modes-${nonces}`,
  };
};
const stateOf = (bed: HttpBed, tenantId = luna) => bed.plans.of(tenantId)?.subscription ?? null;

async function subscribe(bed: HttpBed, tenantId: TenantId, trial = false) {
  const page = await bed.side.port.checkout(tenantId, wish(trial));
  if (!page.ok) throw new Error(page.reason);
  bed.fake.checkout.pay(page.url);
  await bed.settled();
}

async function buyDrafts(bed: HttpBed, tenantId: TenantId) {
  const page = await bed.side.port.topupCheckout(tenantId, {
    ...wish(),
    priceKey: 'drafts_topup_500',
  });
  if (!page.ok) throw new Error(page.reason);
  bed.fake.checkout.pay(page.url);
  await bed.settled();
}

/** A file that the program opens with keys of both modes, one after the other. */
async function openFile() {
  const clock = manualClock(Date.UTC(2026, 10, 20, 12));
  const storage = await openTestStorage({ clock, inMemory: true });
  const accounts = { test: 'sk_test_modes0000000', live: 'sk_live_modes0000000' };
  return {
    start: (mode: 'test' | 'live') =>
      openHttpBed({}, { storage, clock, accountKey: accounts[mode] }),
    [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose](),
  };
}

describe('an installation that goes from test mode to live mode', () => {
  test('leaves behind what was bought with test cards: customers, plans, drafts and trials', async () => {
    await using file = await openFile();
    {
      await using bed = await file.start('test');
      await subscribe(bed, luna, true);
      await buyDrafts(bed, luna);
      expect(stateOf(bed)?.status).toBe('trialing');
      expect(bed.plans.of(luna)?.topupDrafts).toBe(500);
      expect(await bed.side.port.trialUsed(luna, ada)).toBe(true);
    }
    await using bed = await file.start('live');
    expect(bed.lines).toContain('stripe.mode-changed {"mode":"live","subscriptionsLeft":1}');
    expect(stateOf(bed)).toBeNull();
    expect(bed.plans.of(luna)?.topupDrafts).toBe(0);
    expect(await bed.side.port.trialUsed(luna, ada)).toBe(false);
    expect(await bed.book.customers()).toEqual([]);
    expect(await bed.book.modeStanding()).toEqual({ livemode: true, others: 1 });
    // Nothing of the other mode is asked for, and the tenant buys as if for the first time.
    await bed.side.reconcile();
    await subscribe(bed, luna, true);
    expect(stateOf(bed)?.status).toBe('trialing');
    expect(await bed.side.port.trialUsed(mars, ada)).toBe(true);
    expect(bed.lines.join('\n')).not.toContain('no-such-object');
    expect(bed.fake.violations).toEqual([]);
  });

  test('and back, as with a wrong key, has everything again once it was read', async () => {
    await using file = await openFile();
    await using live = await file.start('live');
    await subscribe(live, luna);
    await buyDrafts(live, luna);
    const paid = stateOf(live);
    // The trial of a test does not take the place of the real one.
    await subscribe(live, mars, true);
    await live.advance(50 * dayMs);
    const later = stateOf(live);
    expect(later?.subscriptionId).toBe(paid?.subscriptionId);
    {
      await using bed = await file.start('test');
      expect(stateOf(bed)).toBeNull();
      await buyDrafts(bed, luna);
      await subscribe(bed, mars, true);
    }
    expect(await live.book.enterMode(true)).toEqual({ changed: true, cleared: 1 });
    const plans = await live.storage.storage.planBook({ billing: true });
    expect(plans.of(luna)).toMatchObject({ subscription: null, topupDrafts: 500 });
    // However long ago it was made.
    const made = { tenantId: luna, customerId: 'cus_1', createdAt: 0, endFailedAt: null };
    expect(isDue(made, plans.of(luna), live.clock.now())).toBe(true);
    expect(await live.side.port.trialUsed(luna, ada)).toBe(true);
    await live.side.reconcile();
    expect(stateOf(live)).toEqual(later);
    plans.close();
  });

  test('refuses events of the other mode, says so once, and takes those of its own', async () => {
    await using file = await openFile();
    await using bed = await file.start('live');
    const event = {
      eventId: 'evt_other',
      type: 'invoice.paid',
      customerId: 'cus_1',
      objectId: null,
      chargeId: null,
      apiVersion: bed.fake.apiVersion,
      livemode: false,
      createdAt: bed.clock.now(),
    };
    const [secret = ''] = bed.config.webhookSecrets;
    const send = (livemode: boolean) =>
      bed.side.takeEvent(delivery(eventBody({ ...event, livemode }), secret, bed.clock.now()));
    expect(await send(false)).toEqual({ status: 400 });
    expect(await send(false)).toEqual({ status: 400 });
    expect(bed.lines.filter((line) => line.includes('other-mode'))).toEqual([
      'stripe.event-refused {"reason":"other-mode"}',
    ]);
    expect(await send(true)).toEqual({ status: 200 });
  });
});
