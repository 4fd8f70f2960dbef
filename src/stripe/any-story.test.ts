import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CrashPoint } from '#src/core/crash-points.ts';
import type { TenantId } from '#src/core/ids.ts';
import { planNow } from '#test/support/stripe/plan-now.ts';
import { type Act, acts, newWord, playAct } from '#test/support/stripe/small-acts.ts';
import { openStripeBed, type StripeBed } from '#test/support/stripe/stripe-bed.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let bed: StripeBed;
beforeAll(async () => {
  bed = await openStripeBed();
});
afterAll(() => bed[Symbol.asyncDispose]());

/** At these a sync ends as if the program died. */
const deaths: readonly CrashPoint[] = [
  'stripe-read',
  'stripe-subscription-cancelled',
  'stripe-end-changed',
  'stripe-trial-used',
  'stripe-topup-added',
  'stripe-row-stored',
  'stripe-duplicate-added',
  'stripe-end-stored',
];

/** One thing that happens, and what becomes of its events and of the program then. */
interface Step {
  readonly act: Act;
  readonly hours: number;
  /** Which of the events there are then come now, by numbers that wrap around. */
  readonly come: readonly number[];
  readonly fault: boolean;
  readonly diesAt: CrashPoint | null;
}
const stepOf = (act: Act): fc.Arbitrary<Step> =>
  fc.record({
    act: fc.constant(act),
    hours: fc.integer({ min: 0, max: 72 }),
    come: fc.array(fc.nat(1_000), { maxLength: 4 }),
    fault: fc.boolean(),
    diesAt: fc.option(fc.constantFrom(...deaths)),
  });

/** What happens to a subscription that is made and does not run, which acts by themselves seldom come to. */
const lives: readonly (readonly Act[])[] = [
  ['bank-asks', 'bank-agrees'],
  ['bank-asks', 'bank-is-left'],
  ['subscribe', 'fail', 'no-more-tries'],
  ['trial', 'trial-ends-paused'],
  ['trial', 'trial-ends-without-card'],
  ['subscribe', 'new-word'],
  ['subscribe', 'price-of-others'],
];
const story: fc.Arbitrary<readonly Step[]> = fc
  .array(fc.constantFrom(...lives, ...acts.map((act) => [act])), { minLength: 1, maxLength: 10 })
  .chain((parts) => fc.tuple(...parts.flat().map(stepOf)));

/** Whom a story happens to. */
interface Whose {
  readonly tenantId: TenantId;
  readonly customerId: string;
}

async function playStory(steps: readonly Step[], { customerId }: Whose): Promise<void> {
  const { account } = bed;
  const first = account.events.length;
  for (const { act, hours, come, fault, diesAt } of steps) {
    await bed.advance(hours * hourMs);
    playAct(account, act, customerId);
    account.fault = fault ? 'down' : null;
    bed.diesAt = diesAt;
    const there = account.events.slice(first);
    for (const which of come) {
      const event = there[which % Math.max(1, there.length)];
      if (event) expect(await bed.deliver(event)).toEqual({ status: 200 });
    }
    await bed.side.idle();
    account.fault = null;
    bed.diesAt = null;
  }
  await reconciled();
}

async function reconciled(): Promise<void> {
  await bed.advance(hourMs);
  await bed.side.reconcile();
  await bed.side.idle();
  expect(await bed.book.openEvents(10)).toEqual([]);
}

/** Statuses of subscriptions that go on, the one that counts most first; a word that we do not know stands among them. */
const order = ['active', 'past_due', newWord, 'paused', 'unpaid', 'incomplete'];
const placeOf = (status: string) => order.indexOf(status === 'trialing' ? 'active' : status);

/** The subscription of those that go on that counts, as Stripe has it. */
function countsFirst({ customerId }: Whose) {
  return bed.account
    .of(customerId)
    .subscriptions.filter(({ endedAt }) => endedAt === null)
    .toSorted((a, b) => placeOf(a.status) - placeOf(b.status) || b.createdAt - a.createdAt)[0];
}

/** Holds the row against what Stripe says in words and prices that we know. */
function expectMirrored(whose: Whose): void {
  const { account } = bed;
  const { tenantId, customerId } = whose;
  const customer = account.of(customerId);
  const state = bed.stateOf(tenantId);
  const running = customer.subscriptions.filter(({ status }) =>
    ['trialing', 'active', 'past_due'].includes(status),
  );
  expect(running.length).toBeLessThanOrEqual(1);
  const first = countsFirst(whose);
  if (!first) {
    if (state) expect(state.endedAt).not.toBeNull();
    expect(planNow(bed, tenantId)).toMatch(/^free:/);
    return;
  }
  const { id, status, priceKey, cancelAt, cancelAtPeriodEnd, periodEnd, trialEnd } = first;
  const isOpen = status === 'past_due' || status === 'unpaid';
  const held = [
    ...customer.disputes.filter((each) => each.status === 'needs_response'),
    ...customer.warnings.filter(({ at, open }) => open && at > account.now - 14 * dayMs),
  ].some(({ subscriptionId }) => subscriptionId === id);
  const failures = customer.invoices.filter(
    ({ subscriptionId, is }) => subscriptionId === id && is === 'failed',
  );
  const pastDueSince = isOpen ? Math.min(...failures.map(({ at }) => at)) : null;
  const cancelsAt = cancelAt ?? (cancelAtPeriodEnd ? periodEnd : null);
  expect(state).toMatchObject({
    subscriptionId: id,
    status,
    priceKey,
    periodEnd,
    cancelsAt,
    trialEnd,
    pastDueSince,
    hold: held ? 'dispute' : null,
    endedAt: null,
  });

  const isGiven =
    status === 'trialing' ||
    status === 'active' ||
    (status === 'past_due' && account.now < (pastDueSince ?? 0) + 7 * dayMs);
  const isOver = cancelsAt !== null && cancelsAt <= account.now;
  const plan = isGiven && !held && !isOver ? priceKey?.split('_')[0] : 'free';
  expect(planNow(bed, tenantId).split(':')[0]).toBe(plan);

  if (!running.includes(first)) return;
  // What is held is not charged again, and a dispute that is over leaves no mark.
  if (held) expect(state?.cancelsAt).not.toBeNull();
  else if (customer.disputes.some(({ subscriptionId }) => subscriptionId === id))
    expect(first.holdMark).not.toBe('dispute');
  // Whoever has their money back after a warning has no plan for it.
  if (customer.refunds.some(({ subscriptionId }) => subscriptionId === id))
    expect(first.holdMark).not.toBe('fraud-warning');
}

/**
 * What is shown of a word or a price that nobody knows depends on what was heard before it, so it is told of by an oddity, and
 * nothing is made up. Then Stripe says something that we know: from there on nothing of it is left.
 */
async function leaveTheUnknown(whose: Whose): Promise<void> {
  const { account } = bed;
  const { tenantId, customerId } = whose;
  const first = countsFirst(whose);
  if (first && (first.status === newWord || first.priceKey === null)) {
    const row = bed.plans.of(tenantId);
    const what = first.status === newWord ? 'unknown-status' : 'unknown-price';
    const isFeared = row?.oddity === `fraud-warning:${first.id}`;
    if (!isFeared) expect(row?.oddity).toBe(`${what}:${first.id}`);
    const own = account.of(customerId).subscriptions.map(({ id }) => id);
    expect(own).toContain(row?.subscription?.subscriptionId);
  }
  let isChanged = false;
  for (const each of account.of(customerId).subscriptions) {
    if (each.endedAt !== null || (each.status !== newWord && each.priceKey !== null)) continue;
    if (each.status === newWord) each.status = 'active';
    each.priceKey ??= 'pro_monthly';
    account.tell(customerId, 'customer.subscription.updated');
    isChanged = true;
  }
  if (isChanged) await reconciled();
}

test('any order, repetition and loss of events, and any death, ends in what Stripe says, once reconciled', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const whose = await bed.addTenant();
      const { tenantId, customerId } = whose;
      await playStory(steps, whose);
      await leaveTheUnknown(whose);
      expectMirrored(whose);
      const { deleted, subscriptions, topups } = bed.account.of(customerId);
      // A customer that was deleted before anything of it was read leaves nothing to know.
      if (!deleted) {
        expect(bed.stateOf(tenantId) === null).toBe(subscriptions.length === 0);
        expect(bed.plans.of(tenantId)?.topupDrafts ?? 0).toBe(500 * topups.length);
        const duplicates = subscriptions.filter((each) => each.isCreditedDuplicate).length;
        expect(bed.plans.of(tenantId)?.creditedDuplicates ?? 0).toBe(duplicates);
      }
      // Nothing of what happens to one tenant touches another.
      expect(bed.plans.of('t-nobody' as TenantId)).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('no line of the log of all that holds anything but ids, words and numbers', () => {
  expect(bed.lines.length).toBeGreaterThan(100);
  for (const line of bed.lines) {
    expect(line).toMatch(/^stripe\.[a-z-]+ \{[\w":,.{}:-]*\}$/);
    expect(line).not.toMatch(/whsec_|sk_test_|@/);
  }
});
