import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserFromGetMe } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { refuse } from '#src/core/result.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { SubscriptionState } from '#src/core/plans.ts';
import { issueAccountLink } from './account-link.ts';
import { issueClaimLink } from './claim-link.ts';
import { createTenant } from './create-tenant.ts';
import { deleteTenant, graceMs } from './delete-tenant.ts';
import { grantPlan } from './grant-plan.ts';
import { listTenants } from './list-tenants.ts';
import { purgeDeleted } from './purge-deleted.ts';
import { resumeTenant } from './resume-tenant.ts';
import { rotateToken } from './rotate-token.ts';
import { showTenant } from './show-tenant.ts';
import { suspendTenant } from './suspend-tenant.ts';
import type { OperatorTools } from './tools.ts';
import { undeleteTenant } from './undelete-tenant.ts';

const dayMs = 24 * 60 * 60 * 1000;
const secretPart = 'AAH9x_kQ2mZ4pL0sVbN-tY6uIoPaSdFgHjK';
const lunaToken = `7000000001:${secretPart}`;
const miraToken = `7000000002:${secretPart}`;

let dir: string;
let now: number;
let storage: Storage;
let tools: OperatorTools;
/** What Telegram says of a token; tests change it. */
let telegram: OperatorTools['checkToken'];

function me(token: string, switches: Partial<UserFromGetMe> = {}): UserFromGetMe {
  const id = Number(token.split(':')[0]);
  return {
    id,
    is_bot: true,
    first_name: `Bot ${id}`,
    username: `bot_${id}`,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    ...switches,
  } as UserFromGetMe;
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'fanline-operator-'));
  now = Date.UTC(2026, 10, 20);
  const clock = { now: () => now, steady: () => now, after: () => () => {} };
  const masterKey = new MasterKey(Buffer.alloc(32, 5));
  storage = await openStorage({ dir, masterKey, clock, random: systemRandom, log: silentLog });
  telegram = async (token) => ({ ok: true, me: me(token) });
  tools = {
    control: storage.control,
    store: storage.store,
    arrivals: storage.arrivals,
    plans: await storage.planBook({ billing: true }),
    clock,
    random: systemRandom,
    checkToken: (token) => telegram(token),
  };
});
afterEach(async () => {
  await storage.close();
  rmSync(dir, { recursive: true });
});

async function create(
  slug: string,
  token: string,
  more: { owner?: string; dryRun?: boolean } = {},
) {
  const created = await createTenant(tools, { slug, token, ...more });
  if (!created.ok) throw new Error(created.message);
  return created;
}

const purge = () => purgeDeleted({ ...tools, log: silentLog });
const tenantFolders = () => readdirSync(dir).filter((name) => name !== '_control');

describe('create', () => {
  it('makes a tenant with a file of its own and a claim link for one day', async () => {
    const created = await create('luna', lunaToken);
    expect(created.claim?.url).toMatch(
      /^https:\/\/t\.me\/bot_7000000001\?start=claim_[A-Za-z0-9_-]{22,58}$/,
    );
    expect(created.claim?.expiresAt).toBe(now + dayMs);
    expect(tenantFolders()).toEqual([created.tenantId]);
    expect(await showTenant(tools, 'luna')).toMatchObject({
      ok: true,
      tenant: {
        state: 'active',
        owner: null,
        counts: { fans: 0, messages: 0, updates: { stored: 0 } },
      },
    });
  });

  it('sets the owner instead when one is given, and then there is nothing to claim', async () => {
    expect((await create('luna', lunaToken, { owner: '4242' })).claim).toBeNull();
    expect(await showTenant(tools, 'luna')).toMatchObject({ tenant: { owner: 4242 } });
    expect(await issueClaimLink(tools, 'luna')).toMatchObject({ reason: 'has-owner' });
  });

  it.each(['', 'l', '../x', 'Luna', 'a/b', '-luna', 'x'.repeat(32), 'luna\n', 'lüna', '_control'])(
    'refuses the slug %j',
    async (slug) => {
      const refused = await createTenant(tools, { slug, token: lunaToken });
      expect(refused).toMatchObject({ ok: false, reason: 'invalid-slug', exitCode: 2 });
      expect(tenantFolders()).toEqual([]);
    },
  );

  it.each(['0', '-5', '1e9', '4503599627370496', 'me', ''])(
    'refuses the owner %j',
    async (owner) => {
      const refused = await createTenant(tools, { slug: 'luna', token: lunaToken, owner });
      expect(refused).toMatchObject({ reason: 'invalid-owner', exitCode: 2 });
    },
  );

  it('refuses a slug or a bot that another tenant has, and names that tenant', async () => {
    await create('luna', lunaToken);
    expect(await createTenant(tools, { slug: 'luna', token: miraToken })).toMatchObject({
      reason: 'slug-taken',
      exitCode: 1,
    });
    expect(await createTenant(tools, { slug: 'mira', token: lunaToken })).toMatchObject({
      reason: 'bot-taken',
      message: expect.stringContaining('"luna"'),
    });
    await deleteTenant(tools, 'luna', { yes: true });
    for (const [slug, token] of [
      ['luna', miraToken],
      ['mira', lunaToken],
    ] as const) {
      expect(await createTenant(tools, { slug, token })).toMatchObject({
        message: expect.stringContaining('undelete luna'),
      });
    }
  });

  it('refuses what is no token without asking, and says whether Telegram refused or was not there', async () => {
    expect(await createTenant(tools, { slug: 'luna', token: 'hello' })).toMatchObject({
      reason: 'token-malformed',
    });
    telegram = async () => refuse('refused');
    expect(await createTenant(tools, { slug: 'luna', token: lunaToken })).toMatchObject({
      reason: 'token-refused',
    });
    telegram = async () => refuse('unreachable');
    expect(await createTenant(tools, { slug: 'luna', token: lunaToken })).toMatchObject({
      reason: 'telegram-unreachable',
    });
    expect((await listTenants(tools)).tenants).toEqual([]);
  });

  it('warns of switches at BotFather that cost something', async () => {
    telegram = async (token) => ({
      ok: true,
      me: me(token, { can_join_groups: false, has_topics_enabled: true }),
    });
    const { warnings } = await create('luna', lunaToken);
    expect(warnings.map(({ code }) => code)).toEqual(['no-groups', 'topics-cost-stars']);
  });

  it('changes nothing in a dry run', async () => {
    expect(await create('luna', lunaToken, { dryRun: true })).toMatchObject({
      tenantId: null,
      claim: null,
    });
    expect((await listTenants(tools)).tenants).toEqual([]);
    expect(tenantFolders()).toEqual([]);
  });

  it('leaves nothing half-made when it fails in the middle', async () => {
    const failing: OperatorTools = {
      ...tools,
      store: Object.assign(Object.create(tools.store) as typeof tools.store, {
        create: (tenantId: never) => tools.store.create(tenantId),
        transact: () => Promise.reject(new Error('disk')),
        release: (tenantId: never) => tools.store.release(tenantId),
        erase: (tenantId: never) => tools.store.erase(tenantId),
      }),
    };
    await expect(createTenant(failing, { slug: 'luna', token: lunaToken })).rejects.toThrow('disk');
    expect((await listTenants(tools)).tenants).toEqual([]);
    expect(tenantFolders()).toEqual([]);
    await create('luna', lunaToken);
  });

  it('clears away what a killed creation left, once it cannot be running any more', async () => {
    const left = await storage.control.add({
      tenantId: 'tleft' as never,
      slug: 'luna' as never,
      name: 'Luna',
      botId: 7000000001 as never,
      botUsername: 'luna_bot',
      botInfo: '{}',
      token: lunaToken,
      webhookPath: 'path',
      webhookSecret: 'secret',
    });
    expect(left.ok).toBe(true);
    expect(await createTenant(tools, { slug: 'luna', token: lunaToken })).toMatchObject({
      reason: 'slug-taken',
    });
    now += 2 * 60_000;
    const created = await create('luna', lunaToken);
    expect((await listTenants(tools)).tenants.map((tenant) => tenant.tenantId)).toEqual([
      created.tenantId,
    ]);
  });
});

describe('suspend, resume and rotate-token', () => {
  beforeEach(() => create('luna', lunaToken));

  it('switch off and on again, and say when nothing changed', async () => {
    expect(await suspendTenant(tools, 'luna')).toMatchObject({
      changed: true,
      tenant: { state: 'suspended' },
    });
    expect(await suspendTenant(tools, 'luna')).toMatchObject({ changed: false });
    expect(await resumeTenant(tools, 'luna', { dryRun: true })).toMatchObject({
      changed: false,
      dryRun: true,
    });
    expect(await showTenant(tools, 'luna')).toMatchObject({ tenant: { state: 'suspended' } });
    expect(await resumeTenant(tools, 'luna')).toMatchObject({
      changed: true,
      tenant: { state: 'active' },
    });
  });

  it('resume tries a bot anew that Telegram had refused', async () => {
    const record = await storage.control.bySlug('luna');
    if (!record) throw new Error('no luna');
    await storage.control.change(record.tenantId, {
      connection: 'disconnected',
      connectionAt: now,
    });
    expect(await resumeTenant(tools, 'luna')).toMatchObject({
      changed: true,
      tenant: { connection: 'ok' },
    });
  });

  it('rotate-token takes a new token of the same bot only', async () => {
    expect(await rotateToken(tools, 'luna', miraToken)).toMatchObject({
      reason: 'other-bot',
      message: expect.stringContaining('@bot_7000000001'),
    });
    const next = `7000000001:${secretPart.toLowerCase()}`;
    expect(await rotateToken(tools, 'luna', next)).toMatchObject({ changed: true });
    const record = await storage.control.bySlug('luna');
    if (!record) throw new Error('no luna');
    expect((await storage.control.secretsOf(record.tenantId)).token).toBe(next);
  });

  it('know no tenant that is not there', async () => {
    for (const refused of [
      await suspendTenant(tools, '../luna'),
      await resumeTenant(tools, 'nobody'),
      await rotateToken(tools, 'nobody', lunaToken),
      await showTenant(tools, 'nobody'),
      await issueClaimLink(tools, 'nobody'),
      await deleteTenant(tools, 'nobody', { yes: true }),
      await undeleteTenant(tools, 'nobody'),
    ]) {
      expect(refused).toMatchObject({ reason: 'not-found', exitCode: 4 });
    }
  });
});

describe('delete', () => {
  beforeEach(async () => {
    await create('luna', lunaToken);
    await create('mira', miraToken);
  });

  it('wants a yes and says what would be lost', async () => {
    expect(await deleteTenant(tools, 'luna')).toMatchObject({
      reason: 'needs-yes',
      exitCode: 2,
      message: expect.stringContaining('0 fans and 0 messages'),
    });
    expect(await showTenant(tools, 'luna')).toMatchObject({ tenant: { state: 'active' } });
  });

  it('can be undone for 30 days, back to what the tenant was', async () => {
    await suspendTenant(tools, 'luna');
    await deleteTenant(tools, 'luna', { yes: true });
    expect(await suspendTenant(tools, 'luna')).toMatchObject({ reason: 'is-deleted' });
    now += graceMs - 1;
    expect(await purge()).toBe(0);
    expect(await undeleteTenant(tools, 'luna')).toMatchObject({
      tenant: { state: 'suspended', purgeAt: null },
    });
    expect(await undeleteTenant(tools, 'mira')).toMatchObject({ reason: 'not-deleted' });
  });

  it('destroys key and files after 30 days, of that tenant alone', async () => {
    const deleted = await deleteTenant(tools, 'luna', { yes: true });
    if (!deleted.ok) throw new Error(deleted.message);
    now += graceMs;
    expect(await purge()).toBe(1);
    expect(existsSync(join(dir, deleted.tenant.tenantId))).toBe(false);
    expect((await listTenants(tools)).tenants.map((tenant) => tenant.slug)).toEqual(['mira']);
    expect(await showTenant(tools, 'mira')).toMatchObject({ tenant: { counts: { fans: 0 } } });
    await create('luna', lunaToken);
  });

  it('destroys nothing when the clock must be wrong', async () => {
    await deleteTenant(tools, 'luna', { yes: true });
    now += graceMs + 366 * dayMs;
    expect(await purge()).toBe(0);
    expect(await undeleteTenant(tools, 'luna')).toMatchObject({ ok: true });
  });

  it('cannot be undone once the key is destroyed, even if the purge was cut off there', async () => {
    const deleted = await deleteTenant(tools, 'luna', { yes: true });
    if (!deleted.ok) throw new Error(deleted.message);
    await storage.control.destroyKey(deleted.tenant.tenantId as never);
    expect(await undeleteTenant(tools, 'luna')).toMatchObject({ reason: 'key-destroyed' });
    now += graceMs;
    expect(await purge()).toBe(1);
  });
});

describe('a subscription of a tenant that is switched off', () => {
  const day = (count: number) => now + count * dayMs;
  const pays = async () => {
    await create('luna', lunaToken);
    const [{ tenantId } = { tenantId: '' as TenantId }] = await storage.control.list();
    const subscription = {
      subscriptionId: 'sub_1',
      status: 'active',
      priceKey: 'pro_monthly',
      periodStart: now,
      periodEnd: day(30),
      cancelsAt: null,
      trialEnd: null,
      pastDueSince: null,
      hold: null,
      pause: null,
      endedAt: null,
      createdAt: now,
    };
    const store = (more: Partial<SubscriptionState>) =>
      tools.plans.store(tenantId, { subscription: { ...subscription, ...more }, oddity: null });
    await store({});
    return { tenantId, store };
  };
  const endsBy = (endSubscriptions: NonNullable<OperatorTools['stripe']>['endSubscriptions']) => ({
    ...tools,
    stripe: { endSubscriptions },
  });

  it('is told to the operator until it is over, and before the yes of a deletion', async () => {
    const { store } = await pays();
    expect(await suspendTenant(tools, 'luna')).toMatchObject({
      changed: true,
      subscription: { id: 'sub_1', price: 'pro_monthly', cancelsAt: null },
    });
    const asked = await deleteTenant(tools, 'luna');
    expect(asked).toMatchObject({
      reason: 'needs-yes',
      message: expect.stringContaining('Its subscription at Stripe goes on until then'),
    });
    await store({ status: 'canceled', endedAt: now });
    expect(await suspendTenant(tools, 'luna')).toMatchObject({
      changed: false,
      subscription: null,
    });
    expect(await deleteTenant(tools, 'luna', { yes: true })).toMatchObject({ subscription: null });
  });

  it('is ended at Stripe first, by the word that was given', async () => {
    const { tenantId, store } = await pays();
    const asked: unknown[] = [];
    const ending = endsBy(async (...args) => {
      asked.push(args);
      await store({ cancelsAt: day(30) });
      return { ok: true };
    });
    const options = { cancelSubscription: 'period-end' };
    expect(await suspendTenant(ending, 'luna', { ...options, dryRun: true })).toMatchObject({
      dryRun: true,
      subscription: { cancelsAt: null },
    });
    expect(asked).toEqual([]);
    expect(await suspendTenant(ending, 'luna', options)).toMatchObject({
      tenant: { state: 'suspended' },
      subscription: { cancelsAt: new Date(day(30)).toISOString() },
    });
    expect(asked).toEqual([[tenantId, 'period-end']]);
  });

  it.each([
    ['later', async () => ({ ok: true as const }), 'invalid-subscription-end', 2],
    ['now', async () => refuse('unreachable'), 'subscription-goes-on', 1],
    ['now', async () => refuse('misconfigured'), 'subscription-not-ended', 1],
    ['now', undefined, 'no-stripe-here', 78],
  ] as const)('is not ended (%s): nothing is changed', async (when, how, reason, exitCode) => {
    await pays();
    const given = how ? endsBy(how) : tools;
    const options = { cancelSubscription: when };
    const refusedOne = await suspendTenant(given, 'luna', options);
    expect(refusedOne).toMatchObject({ ok: false, reason, exitCode });
    expect(await deleteTenant(given, 'luna', { ...options, yes: true })).toMatchObject({ reason });
    expect((await storage.control.list())[0]?.state).toBe('active');
  });

  it('is said to be none where there are no Stripe settings and none is known', async () => {
    await create('luna', lunaToken);
    const refused = async () =>
      await suspendTenant(tools, 'luna', { cancelSubscription: 'now', dryRun: true });
    expect(await refused()).toMatchObject({
      reason: 'no-stripe-here',
      message: expect.stringMatching(/no subscription to end\. Leave out --cancel-subscription/),
    });
  });

  it('can be seen by its creator by a link, which only an owner has', async () => {
    await create('luna', lunaToken);
    await create('mira', miraToken, { owner: '4242' });
    await suspendTenant(tools, 'mira');
    const linked = { ...tools, accountLink: async () => 'https://bots.example.com/account/open/x' };
    expect(await issueAccountLink(linked, 'mira')).toMatchObject({
      ok: true,
      owner: 4242,
      url: 'https://bots.example.com/account/open/x',
    });
    expect(await issueAccountLink(linked, 'luna')).toMatchObject({
      reason: 'no-owner',
      exitCode: 1,
    });
    expect(await issueAccountLink(tools, 'mira')).toMatchObject({ reason: 'no-account-page' });
    expect(await issueAccountLink(linked, 'nobody')).toMatchObject({ exitCode: 4 });
  });
});

describe('a plan that is granted', () => {
  const shownPlan = async () => {
    const shown = await showTenant(tools, 'luna');
    return shown.ok ? shown.tenant.plan : shown;
  };

  it('counts until the end of its last day, and is shown', async () => {
    await create('luna', lunaToken);
    expect(await shownPlan()).toMatchObject({ name: 'free', why: 'free', grant: null });
    const done = await grantPlan(tools, 'luna', { plan: 'pro', until: '2026-11-30' });
    const until = '2026-11-30T23:59:59.999Z';
    expect(done).toMatchObject({ changed: true, plan: { name: 'pro', why: 'grant', until } });
    expect(await shownPlan()).toMatchObject({ name: 'pro', grant: { plan: 'pro', until } });
    now = Date.parse(until);
    expect(await shownPlan()).toMatchObject({ name: 'free', grant: { plan: 'pro' } });
  });

  it('is given once, and taken back with none', async () => {
    await create('luna', lunaToken);
    expect(await grantPlan(tools, 'luna', { plan: 'studio' })).toMatchObject({ changed: true });
    expect(await grantPlan(tools, 'luna', { plan: 'studio' })).toMatchObject({
      changed: false,
      already: true,
    });
    const dry = await grantPlan(tools, 'luna', { plan: 'none', dryRun: true });
    expect(dry).toMatchObject({
      changed: false,
      already: false,
      dryRun: true,
      plan: { name: 'studio' },
      wanted: null,
    });
    expect(await grantPlan(tools, 'luna', { plan: 'none' })).toMatchObject({
      changed: true,
      plan: { name: 'free', grant: null },
    });
  });

  it.each([
    [{ plan: 'free' }, 'invalid-plan', 2],
    [{ plan: 'gold' }, 'invalid-plan', 2],
    [{ plan: 'pro', until: '2026-11-19' }, 'invalid-until', 2],
    [{ plan: 'pro', until: '2027-02-31' }, 'invalid-until', 2],
    [{ plan: 'pro', until: 'tomorrow' }, 'invalid-until', 2],
    [{ plan: 'none', until: '2027-01-01' }, 'invalid-until', 2],
    [{ plan: 'pro' }, 'not-found', 4],
  ])('is refused in words: %j', async (wish, reason, exitCode) => {
    const refused = await grantPlan(tools, 'luna', wish);
    expect(refused).toMatchObject({ ok: false, reason, exitCode });
  });
});
