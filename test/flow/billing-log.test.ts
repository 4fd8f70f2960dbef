import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AccountStage, openAccountStage } from '#test/support/account-stage.ts';
import { accountVisits, successOf, tokenOf } from '#test/support/account-visits.ts';
import { clientOf } from '#test/support/fake-stripe/fake-stripe-bed.ts';
import { sign } from '#test/support/fake-stripe/webhooks/sign.ts';
import { type WebAnswer, WebVisitor } from '#test/support/web-visitor.ts';

const dayMs = 86_400_000;

/** Who pays, as it is typed at Stripe. */
const buyer = {
  email: 'zora.canary@mail.example',
  name: 'Zora Canary',
  number: '4242 4242 4242 4242',
};
/** A card that can be kept and not be charged. */
const refusedNumber = '4000 0000 0000 0341';

let stage: AccountStage;
/** What was written past the log. */
let printed: string[];
/** What gives whoever has it power over something, by what it is. */
let secrets: Map<string, string>;

const { opened, subscriptionOf } = accountVisits(() => stage);

beforeEach(async () => {
  printed = [];
  secrets = new Map();
  for (const print of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    vi.spyOn(console, print).mockImplementation((...parts) => void printed.push(parts.join(' ')));
  }
  const hear = (chunk: unknown) => printed.push(String(chunk)) > 0;
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  vi.spyOn(process, 'emitWarning').mockImplementation((warning) => void hear(warning));
  stage = await openAccountStage({ trialDays: 0 });
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
  vi.restoreAllMocks();
});

/** A line without tenants' ids, whose hex digits may be many numbers in a row, and without what parts a number. */
function withoutIds(line: string): string {
  return line.replaceAll(/\bt[0-9a-f]{32}\b/gu, '').replaceAll(/(?<=\d)[ -](?=\d)/gu, '');
}

/** What of people, cards and secrets stands in these lines. */
function leaksIn(lines: readonly string[]): string[] {
  type Finder = readonly [string, (line: string) => boolean];
  const finders: readonly Finder[] = [
    ...[...secrets].map(([what, text]): Finder => [what, (line) => line.includes(text)]),
    ['e-mail', (line) => /@|zora\.canary/iu.test(line)],
    ['name', (line) => /zora|ada buyer|luna owner|mars owner/iu.test(line)],
    ['card number', (line) => /\d{15,19}/u.test(withoutIds(line))],
    ['end of a card', (line) => /\b(?:4242|0341)\b|visa|mastercard|amex/iu.test(line)],
    ['key', (line) => /\b(?:[sr]k_(?:test|live)|whsec)_|bearer/iu.test(line)],
    ['page of Stripe', (line) => /\/c\/pay\/|\/p\/session\/|\bcs_(?:test|live)_/u.test(line)],
  ];
  return finders.flatMap(([what, finds]) => lines.filter(finds).map((line) => `${what}: ${line}`));
}

/** Does something on the Checkout page that an address of ours led to. */
async function atCheckout(page: string, form: Readonly<Record<string, string>>): Promise<number> {
  const body = new URLSearchParams(form);
  return (await fetch(page, { method: 'POST', body, redirect: 'manual' })).status;
}

/** A browser in which luna's account page is open; its secrets are looked for. */
async function visits(): Promise<{ web: WebVisitor; page: WebAnswer }> {
  const link = await stage.luna.link();
  const visit = await opened(stage.luna, link);
  const at = secrets.size;
  secrets.set(`link ${at}`, link.slice(-43));
  secrets.set(`session ${at}`, visit.web.cookies.get('fanline') ?? '');
  secrets.set(`form ${at}`, tokenOf(visit.page));
  return visit;
}

/** Presses a button that leads to a page of Stripe's, whose address is a secret, too. */
async function goesOn(web: WebVisitor, page: WebAnswer, button: string): Promise<string> {
  const { location } = await web.press(page, button);
  expect(location).toContain(stage.fake.url);
  secrets.set(`address ${secrets.size}`, new URL(location).pathname.split('/').at(-1) ?? '');
  return location;
}

/** Waits until a line of the log has all of these. */
async function logged(...parts: string[]): Promise<void> {
  await stage.sandbox.until(`a line with ${parts.join()}`, () =>
    stage.lines.some((line) => parts.every((part) => line.includes(part))),
  );
}

/** Somebody posts this to the webhook. */
async function posted(body: string, signature?: string): Promise<number> {
  const answer = await fetch(`${stage.url}/stripe/webhook`, {
    method: 'POST',
    body,
    headers: signature === undefined ? {} : { 'Stripe-Signature': signature },
  });
  return answer.status;
}

test('the log of a life of paying names nobody, no card, no secret and no page', async () => {
  const { fake, luna } = stage;
  secrets.set('key of Stripe', fake.secretKey);
  for (const [at, secret] of fake.webhookSecrets.entries()) secrets.set(`webhook ${at}`, secret);
  secrets.set('master key', stage.settings['MASTER_KEY'] ?? '');

  // Wrong links, a form from elsewhere, a wrong card, and then a subscription.
  await new WebVisitor(stage.url).get(`/account/open/${'x'.repeat(43)}`);
  const { web, page } = await visits();
  await web.post('/account/subscribe', { token: tokenOf(page), ...buyer }, { Origin: 'https://x' });
  await web.post('/account/subscribe', { token: 'wrong', ...buyer });
  const checkout = await goesOn(web, page, '€19 a month');
  expect(await atCheckout(checkout, { action: 'pay', ...buyer, number: refusedNumber })).toBe(200);
  expect(await atCheckout(checkout, { action: 'pay', ...buyer })).toBe(303);
  await web.get(successOf(stage, checkout));
  await luna.told('Your plan is Pro now');
  const { customer, id } = subscriptionOf(luna);
  expect(fake.book.customers.get(customer)?.email).toBe(buyer.email);
  const told = JSON.stringify(fake.lastEvent('checkout.session.completed'));
  for (const typed of [buyer.email, buyer.name]) expect(told).toContain(typed);
  await goesOn(web, await web.get('/account'), '500');

  // Payments fail, a new card pays; a dispute that is won, a warning of fraud, money given back.
  fake.customers.failPayments(customer);
  await stage.later(31 * dayMs);
  await luna.told('A payment for Pro failed.');
  fake.portal.newCard(customer, 'declines');
  fake.customers.recover(customer);
  await luna.told('The payment has arrived.');
  fake.customers.dispute(customer);
  await luna.told('A payment is disputed.');
  fake.customers.closeDispute(customer, 'won');
  await luna.told('The dispute about a payment is settled.');
  fake.customers.warnOfFraud(customer);
  await luna.told('warned that a payment may be fraud');
  fake.customers.refund(customer, 100);
  await fake.settled();

  // Deliveries that are none, and events of somebody who is not ours.
  for (const twist of ['bad-signature', 'old-timestamp', 'thin', 'cut-body'] as const) {
    fake.webhooks.twist({ twist });
    fake.portal.newCard(customer);
    await fake.settled();
  }
  fake.webhooks.twist({ twist: 'other-version' });
  fake.portal.newCard(customer);
  await fake.settled();
  const secretive = JSON.stringify({ ...buyer, object: 'event', type: fake.secretKey });
  const now = Date.now() + stage.ahead;
  expect(await posted(secretive)).toBe(400);
  expect(await posted(secretive, `t=1,v1=${fake.secretKey}`)).toBe(400);
  expect(await posted(secretive, sign(secretive, ['whsec_wrong'], now))).toBe(400);
  expect(await posted(secretive, sign(secretive, fake.webhookSecrets, now))).toBe(400);
  expect(await posted('x'.repeat(2_000_000))).toBe(413);
  const stripe = clientOf(fake);
  const stranger = await stripe.customers.create({ email: buyer.email, name: buyer.name });
  fake.customers.subscribe(stranger.id, 'pro_monthly');
  await logged('stripe.event-of-nobody');

  // Stripe's errors say whose key it was, and what people typed.
  const { web: again, page: held } = await visits();
  const message = `Invalid: ${fake.secretKey} ${buyer.email} ${buyer.name} ${buyer.number} (visa 4242)`;
  for (const [status, reason] of [
    [400, 'refused'],
    [401, 'rejected-key'],
    [402, 'refused'],
    [403, 'rejected-key'],
    [409, 'flooded'],
    [429, 'flooded'],
    [500, 'down'],
  ] as const) {
    fake.fault({ fault: 'error', status, message, times: Number.POSITIVE_INFINITY });
    await again.get('/account/return?of=portal');
    await again.press(held, 'Invoices');
    await logged('stripe.call-failed', `"reason":"${reason}"`);
    fake.clearFaults();
  }
  fake.fault({ fault: 'reset', times: 20 });
  await again.get('/account/return?of=portal');
  await logged('stripe.call-failed', '"reason":"unreachable"');
  fake.clearFaults();

  // The end of it all.
  fake.portal.cancelNow(id);
  fake.customers.delete(customer);
  await logged('stripe.customer-deleted');
  await stage.restart();

  // All of it was heard of, and what must not be said was there to be said.
  for (const event of [
    'stripe.hold-changed',
    'stripe.other-api-version',
    ...['no-signature', 'bad-signature', 'old', 'thin', 'no-event'].map(
      (reason) => `stripe.event-refused {"reason":"${reason}"`,
    ),
  ]) {
    expect(stage.lines.join('\n')).toContain(event);
  }
  expect(leaksIn([...stage.lines, ...printed])).toEqual([]);
});

test('what would be in the log by mistake is found', async () => {
  const { fake } = stage;
  fake.fault({ fault: 'error', status: 401, message: `${fake.secretKey} ${buyer.number}` });
  const error: unknown = await clientOf(fake)
    .customers.list()
    .catch((failure: unknown) => failure);
  const card = { brand: 'visa', last4: '4242' };
  for (const [text, what] of [
    [`x ${String(error)}`, ['card number', 'end of a card', 'key']],
    [`x ${JSON.stringify(buyer)}`, ['e-mail', 'name', 'card number', 'end of a card']],
    [`x ${JSON.stringify(card)}`, ['end of a card']],
    [`x ${(await stage.luna.link()).slice(-43)}`, []],
    [`x ${fake.url}/c/pay/cs_test_1`, ['page of Stripe']],
    [`x whsec_abc`, ['key']],
    [`stripe.synced {"tenantId":"01a","customerId":"cus_x4242y","at":1763700000}`, []],
  ] as const) {
    expect(leaksIn([text]).map((leak) => leak.split(':')[0])).toEqual(what);
  }
});
