import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { subscriptionLines } from '#scripts/cli/subscription-lines.ts';
import { openAccountStage } from '#test/support/account-stage.ts';
import { accountVisits } from '#test/support/account-visits.ts';
import { runScript } from '#test/support/program.ts';
import { readable } from '#test/support/web-visitor.ts';

test('who switches off a bot is told that its creator pays on, and can end that, also later, once Stripe is there', async () => {
  await using stage = await openAccountStage();
  const { opened, subscribed, subscriptionOf } = accountVisits(() => stage);
  const tenant = (...args: string[]) =>
    runScript('scripts/tenant.ts', args, { cwd: tmpdir(), settings: stage.settings });
  await subscribed();

  const suspended = await tenant('suspend', 'luna');
  expect([suspended.code, suspended.stdout]).toEqual([
    0,
    expect.stringMatching(
      /luna is suspended\.[^]*\(pro_monthly, trialing\) GOES ON: the creator is charged again from \d{4}-\d\d-\d\d on\.[^]*suspend luna --cancel-subscription period-end \(or now\)/u,
    ),
  ]);
  expect(subscriptionOf(stage.luna).cancel_at_period_end).toBe(false);

  const dry = await tenant('delete', 'luna', '--cancel-subscription', 'now', '--dry-run');
  expect(dry.stdout).toMatch(
    /This would destroy .*\(pro_monthly, trialing\) would end at once\.\n$/su,
  );
  expect(subscriptionOf(stage.luna).status).toBe('trialing');

  stage.fake.fault({ fault: 'error', times: 50 });
  const [link, mars, refused] = await Promise.all([
    tenant('account', 'luna', '--json'),
    tenant('suspend', 'mars'),
    tenant('delete', 'luna', '--yes', '--cancel-subscription', 'now', '--json'),
  ]);
  stage.fake.clearFaults();
  // Nothing is said of payments where nobody pays.
  expect(mars.stdout).not.toContain('Stripe');
  expect([refused.code, refused.json]).toEqual([
    1,
    expect.objectContaining({
      reason: 'subscription-goes-on',
      message: expect.stringMatching(/nothing was changed.*"delete luna --yes" now without/u),
    }),
  ]);
  expect(link.json).toMatchObject({ ok: true, slug: 'luna', owner: stage.luna.creator.id });
  const { page, web } = await opened(stage.luna, link.json['url'] as string);
  expect(readable(page)).toContain('Your subscription goes on all the same');

  const ends = await tenant('suspend', 'luna', '--cancel-subscription', 'period-end', '--json');
  expect(ends.json).toMatchObject({
    ok: true,
    changed: false,
    subscription: { status: 'trialing', cancelsAt: expect.stringMatching(/^20/) },
  });
  expect(subscriptionOf(stage.luna).cancel_at_period_end).toBe(true);
  await web.get('/account/return?of=portal');
  expect(readable(await web.get('/account'))).toContain('Your subscription ends on');

  const deleted = await tenant('delete', 'luna', '--yes', '--cancel-subscription', 'now', '--json');
  expect(deleted.json).toMatchObject({ tenant: { state: 'deleted' }, subscription: null });
  expect(subscriptionOf(stage.luna).status).toBe('canceled');
});

test('what is said of a subscription is what becomes of it, and a dry run says what would', () => {
  const lines = (
    off: Partial<Parameters<typeof subscriptionLines>[1]>,
    more: Partial<NonNullable<Parameters<typeof subscriptionLines>[0]>> = {},
  ) => {
    const subscription = {
      id: 'sub_1',
      status: 'active',
      price: 'pro_yearly',
      periodEnd: '2027-11-20T00:00:00.000Z',
      cancelsAt: null,
      pastDueSince: null,
      hold: null,
      ...more,
    };
    const verb = 'suspend luna';
    const usual = { slug: 'luna', verb, dryRun: false, wish: undefined, purgeAt: null };
    return subscriptionLines(subscription, { ...usual, ...off })
      .join('\n')
      .replace('Its subscription at Stripe ', '');
  };
  const [now, end, purgeAt] = ['now', 'period-end', '2026-12-21T00:00:00.000Z'];
  const dryRun = true;
  const soon = { periodEnd: '2026-12-20T00:00:00.000Z' };

  expect(lines({})).toMatch(/GOES ON: the creator is charged again from 2027-11-20 on\. To end it/);
  expect(lines({})).toContain('The bot answers nobody now.');
  expect(lines({ dryRun })).toMatch(/would GO ON: .* 2027-11-20 on\.[^]*would answer nobody\./);
  expect(lines({}, { cancelsAt: soon.periodEnd })).toMatch(/\) ends on 2026-12-20\.$/);

  expect(lines({ wish: now, dryRun })).toMatch(/\) would end at once\.$/);
  expect(lines({ wish: now })).toMatch(/was ended\. Stripe’s word of it has not come here yet\.$/);
  expect(lines({ wish: end, dryRun })).toMatch(/\) would end on 2027-11-20\.$/);
  expect(lines({ wish: end })).toMatch(/\) ends on 2027-11-20\.$/);
  expect(lines({ wish: end, dryRun }, { status: 'past_due' })).toMatch(/would end at once\.$/);

  // A deletion ends it, too.
  const withData =
    /2026-12-21.* with the data, and what is paid .* until 2027-11-20 does not become/;
  for (const wish of [undefined, end]) {
    for (const dry of [true, false]) {
      const said = lines({ wish, purgeAt, dryRun: dry });
      expect(said).toMatch(withData);
      expect(said).not.toContain('charged again');
    }
  }
  expect(lines({ purgeAt }, soon)).toMatch(
    /charged again from 2026-12-20 on, until it ends on 2026-12-21 with the data, without credit\./,
  );
  expect(lines({ purgeAt, wish: end }, soon)).toMatch(/\) ends on 2026-12-20\.$/);
});
