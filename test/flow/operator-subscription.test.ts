import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
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
