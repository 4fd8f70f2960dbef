import { expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { shareOf } from '#src/core/share.ts';
import { shown } from '#test/support/account-visits.ts';
import { checkBooks } from '#test/support/crash/books.ts';
import { pause } from '#test/support/crash/pause.ts';
import { type Cast, openStage, type Stage } from '#test/support/crash/stage.ts';
import { makeTraffic } from '#test/support/crash/traffic.ts';
import { startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { WebVisitor } from '#test/support/web-visitor.ts';

// The program as it runs, its tenants divided among threads. Seeds are fixed, ids of tenants are not: where a share must have a
// tenant, tenants are added until it has.

const seed = 20_261_121;
const timeout = 60_000;
const shards = 2;

/** A stage whose every share has a tenant. */
async function openDividedStage(
  mode: 'webhook' | 'polling',
  settings: Readonly<Record<string, string>> = {},
): Promise<Stage> {
  const stage = await openStage({ mode, seed, shards, fans: 2, settings });
  for (let n = 3; inhabited(stage.casts) < shards; n += 1) {
    await stage.addCast(`t${n}`, { forum: false, fans: 2 });
  }
  return stage;
}

const inhabited = (casts: readonly Cast[]): number =>
  new Set(casts.map(({ record }) => shareOf(record.tenantId, shards))).size;

const relayed = (cast: Cast, text: string): boolean =>
  cast.creator.sees(cast.desk).some((message) => message.text?.includes(text));

async function until(what: string, check: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!check()) {
    if (Date.now() > end) throw new Error(`not seen in time: ${what}`);
    await pause(20);
  }
}

test.each(['webhook', 'polling'] as const)(
  'each tenant is served by its own thread, and the books hold (%s)',
  { timeout },
  async (mode) => {
    await using stage = await openDividedStage(mode);
    const traffic = makeTraffic(stage, seed);
    stage.start();
    await stage.child.started;
    for (let n = 0; n < 60; n += 1) {
      traffic.step();
      await pause(5);
    }
    await stage.drain();
    const books = await checkBooks(stage, traffic);
    expect(books.broken).toEqual([]);
    expect(books.relayed).toBeGreaterThan(0);
    const { code } = await stage.child.terminate();
    expect(code).toBe(0);
  },
);

test('whoever is made or suspended meanwhile is taken up by the thread whose they are', {
  timeout,
}, async () => {
  await using stage = await openDividedStage('webhook');
  stage.start();
  await stage.child.started;
  const late: Cast[] = [];
  for (let n = 0; inhabited(late) < shards; n += 1) {
    late.push(await stage.addCast(`late${n}`, { forum: false, fans: 1 }));
  }
  for (const cast of late) cast.fans[0]?.sends(cast.bot, `from ${cast.slug}`);
  for (const cast of late) {
    await until(`the relay of ${cast.slug}`, () => relayed(cast, `from ${cast.slug}`));
  }
  const [first] = late;
  if (!first) throw new Error('nobody came late');
  const hook = `${stage.settings['PUBLIC_URL']}/hook/${first.record.webhookPath}`;
  const ask = (url: string, secret: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'X-Telegram-Bot-Api-Secret-Token': secret },
      body: '{}',
    }).then(({ status }) => status);
  expect(await ask(hook, 'of somebody else')).toBe(401);
  expect(await ask(`${hook}x`, 'of somebody else')).toBe(401);
  const secret = await stage.withStorage(async ({ control }) => {
    await control.change(first.record.tenantId, { state: 'suspended' });
    return (await control.secretsOf(first.record.tenantId)).webhookSecret;
  });
  const statuses: number[] = [];
  const update = JSON.stringify({ update_id: 1 });
  for (let n = 0; n < 100 && statuses.at(-1) !== 503; n += 1) {
    const answer = await fetch(hook, {
      method: 'POST',
      headers: { 'X-Telegram-Bot-Api-Secret-Token': secret },
      body: update,
    });
    statuses.push(answer.status);
    await pause(50);
  }
  expect(statuses.at(-1)).toBe(503);
});

/** The first creator of a share. */
function payerOf(stage: Stage, share: number): Cast {
  const found = stage.casts.find(({ record }) => shareOf(record.tenantId, shards) === share);
  if (!found) throw new Error(`nobody is in share ${share}`);
  return found;
}

/** As many as Free has. */
async function threeSegments(stage: Stage, tenantId: TenantId): Promise<void> {
  await stage.withStorage((storage) =>
    storage.store.transact(tenantId, async (tx) => {
      const filter = JSON.stringify({ all: [] });
      for (const name of ['One', 'Two', 'Three']) {
        const row = { key: name.toLowerCase(), name, filter, actor: 'creator' as const };
        await tx.db
          .insertInto('segment')
          .values({ ...row, created_at: 0, changed_at: null })
          .execute();
      }
    }),
  );
}

/** What the bot has said to the creator in private. */
const said = ({ creator, bot }: Cast): MessageView[] =>
  creator.sees(bot).filter(({ from }) => from.isBot);

const timesTold = (cast: Cast): number =>
  said(cast).filter(({ text }) => text.includes('Your plan is Pro now')).length;

/** The answer to a command in private, which begins like this. */
async function answered(cast: Cast, command: string, begins: string): Promise<MessageView> {
  const asked = cast.creator.sends(cast.bot, command);
  const answer = () =>
    said(cast).find(({ messageId, text }) => messageId > asked && text.startsWith(begins));
  await until(`the answer to ${command} of ${cast.slug}`, () => answer() !== undefined);
  return answer() as MessageView;
}

test('what is paid on the account page is heard by the server, told by the thread whose tenant it is, and opens its gates', {
  timeout,
}, async () => {
  await using fake = await startFakeStripe();
  const secret = 'whsec_shards0000000000';
  await using stage = await openDividedStage('webhook', {
    STRIPE_SECRET_KEY: fake.secretKey,
    STRIPE_WEBHOOK_SECRET: secret,
    STRIPE_API_BASE: fake.url,
    STRIPE_TRIAL_DAYS: '0',
  });
  const url = stage.settings['PUBLIC_URL'] ?? '';
  const webhook = `${url}/stripe/webhook`;
  fake.addEndpoint(webhook, { secret });
  fake.sell({ key: 'pro_monthly', name: 'Pro', amount: 1_900, every: 'month' });
  const payers = Array.from({ length: shards }, (_, n) => payerOf(stage, n));
  const others = stage.casts.filter((cast) => !payers.includes(cast));
  for (const { record } of payers) await threeSegments(stage, record.tenantId);
  stage.start();
  await stage.child.started;

  const forged = await fetch(webhook, {
    method: 'POST',
    headers: { 'Stripe-Signature': 't=1,v1=00' },
    body: '{}',
  });
  expect(forged.status).toBe(400);

  const menus = new Map<Cast, MessageView>();
  for (const payer of payers) {
    const menu = await answered(payer, '/segments stage:new', 'New segment');
    menus.set(payer, menu);
    const query = payer.creator.taps(payer.bot, menu.messageId, '💾 Save');
    await until('what Save is answered', () => payer.creator.answersTo(query) !== undefined);
    expect(payer.creator.answersTo(query)?.text).toContain(
      'Your plan has 3 segments. Any number: Pro',
    );

    const plan = await answered(payer, '/plan', 'Your plan: Free');
    const link = plan.buttons.flat().find((button) => button.url)?.url ?? '';
    expect(link.startsWith(`${url}/account/open/`)).toBe(true);
    const web = new WebVisitor(url);
    expect((await web.press(await shown(web, link), '')).location).toBe('/account');
    const page = await web.get('/account');
    const { location } = await web.press(page, '19');
    expect(fake.checkout.pay(location)).toBe('paid');
  }
  for (const payer of payers) {
    await until(`the news of ${payer.slug}`, () => timesTold(payer) > 0);
  }
  await fake.settled();
  expect(fake.webhooks.tries.map(({ status }) => status)).toContain(200);
  // The same once more changes nothing.
  await fake.webhooks.resend(fake.lastEvent('customer.subscription.created'));
  for (const payer of payers) {
    const menu = menus.get(payer);
    if (!menu) throw new Error('there is no menu');
    payer.creator.taps(payer.bot, menu.messageId, '💾 Save');
    await until(`the question for a name of ${payer.slug}`, () =>
      said(payer).some(({ text }) => text.includes('a name for the segment')),
    );
    await answered(payer, '/plan', 'Your plan: Pro');
  }
  expect(payers.map(timesTold)).toEqual(payers.map(() => 1));
  expect(others.map(timesTold)).toEqual(others.map(() => 0));
  expect(fake.violations).toEqual([]);
  const { code } = await stage.child.terminate();
  expect(code).toBe(0);
});
