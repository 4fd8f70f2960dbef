import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { createLlm, type OpenLlm } from '#src/llm/create-llm.ts';
import { usualPrices } from '#src/llm/prices.ts';
import { type AccountStage, openAccountStage, type Star } from '#test/support/account-stage.ts';
import { accountVisits } from '#test/support/account-visits.ts';
import { deskTalk } from '#test/support/desk-talk.ts';
import { says, saysDrafts } from '#test/support/fake-llm/fake-answer.ts';
import { type FakeLlm, startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import type { StripeFault } from '#test/support/fake-stripe/http/faults.ts';
import { buttons } from '#test/support/first-contact.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { readable } from '#test/support/web-visitor.ts';

/** What the probe of an own key asks for with the bytes that are given to it. */
const number = '101063';
const dayMs = 86_400_000;

/** The installation's provider, and a creator's own. */
let platform: FakeLlm;
let own: FakeLlm;
let llm: OpenLlm;
let stage: AccountStage;

const { opened, subscribed, subscriptionOf } = accountVisits(() => stage);
const deskOf = (star: () => Star) => deskTalk(() => ({ fanline: stage, tenant: star() }));
const luna = deskOf(() => stage.luna);
const mars = deskOf(() => stage.mars);

beforeEach(async () => {
  [platform, own] = await Promise.all([startFakeLlm(), startFakeLlm()]);
  llm = createLlm(
    {
      access: { groq: { apiKey: platform.key, baseUrl: platform.groqRoot } },
      models: { draft: [{ provider: 'groq', model: 'openai/gpt-oss-120b' }], cheap: [] },
      allowPrivateUrls: true,
      prices: usualPrices,
    },
    {
      clock: systemClock,
      random: { bytes: (count) => Buffer.alloc(count, 7) },
      log: silentLog,
    },
  );
  stage = await openAccountStage({ llm, trialDays: 0 });
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
  await llm.close();
  await platform[Symbol.asyncDispose]();
  await own[Symbol.asyncDispose]();
});

/** From now on every call to Stripe ends like this. */
function stripeIs(fault: StripeFault['fault']): void {
  stage.fake.clearFaults();
  stage.fake.fault({ fault, status: 503, times: Number.POSITIVE_INFINITY });
}

/** How calls to Stripe were answered since there were so many; undefined: not at all. */
const answersSince = (count: number) => [
  ...new Set(stage.fake.calls.slice(count).map(({ status }) => status)),
];

/** What the bot says to the newest /plan. */
const plan = async (star: Star) => (await star.plan()).text;

/** A fan asks, and the creator taps Draft below the relay. */
async function drafted(asked: string, words: string): Promise<MessageView> {
  const fan = stage.sandbox.createUser({ firstName: 'Ana' });
  const relay = await luna.writes(fan, asked);
  luna.tap(relay, 'Draft');
  return await luna.told(words, relay.messageId);
}

async function agrees(words: string, button: MessageView): Promise<void> {
  luna.tap(button, 'AI drafts');
  const offer = await luna.becomes(button, 'You read, change and send every one yourself');
  luna.tap(offer, 'Agree');
  await luna.told(words);
}

/** As the builder saves them. */
async function hasSegments(star: Star, ...names: string[]): Promise<void> {
  await stage.withStorage((beside) =>
    beside.store.transact(star.record.tenantId, async (tx) => {
      for (const name of names) {
        const filter = JSON.stringify({ all: [] });
        const row = { key: name.toLowerCase(), name, filter, actor: 'creator' as const };
        await tx.db
          .insertInto('segment')
          .values({ ...row, created_at: 0, changed_at: null })
          .execute();
      }
    }),
  );
}

/** From /settings to an own key that works and is agreed to. */
async function setsUpKey(): Promise<void> {
  const host = new URL(own.baseUrl).host;
  const menu = await luna.answered('/settings', 'Settings\n\n');
  luna.tap(menu, 'Own AI key');
  const card = await luna.becomes(menu, 'Own AI key\n');
  luna.tap(card, 'Another address');
  const address = await luna.told('The address, such as', menu.messageId);
  const model = await luna.answered(own.baseUrl, `Which model at ${host}`, address);
  const key = await luna.answered('llama3', `The key for ${host}`, model);
  own.next(says('ok'), says(`{"number":"${number}"}`), says(number));
  await agrees(`AI drafts are on, by ${host}`, await luna.answered(own.key, 'It works:', key));
}

test('while Stripe fails or hangs, who paid has everything, who did not has no more, and nothing is lost', async () => {
  const { fake } = stage;
  await subscribed();
  await stage.luna.told('Your plan is Pro now');
  await hasSegments(stage.luna, 'One', 'Two', 'Three');
  await hasSegments(stage.mars, 'One', 'Two', 'Three');

  // It fails, and the program starts while it does, long after the month that was paid.
  stripeIs('error');
  const failing = fake.calls.length;
  stage.ahead = 40 * dayMs;
  await stage.restart();
  fake.portal.newCard(subscriptionOf(stage.luna).customer);
  await stage.sandbox.until('Stripe was asked in vain', () => fake.calls.length > failing);
  const menu = await luna.answered('/settings', 'AI drafts: off');
  await agrees('AI drafts are on, by Groq', menu);
  platform.next(saysDrafts('Everywhere, tell me where!'));
  await drafted('Do you ship to Peru?', 'written by AI\nEverywhere, tell me where!');
  expect(await plan(stage.luna)).toContain(': 1 of 2,000');
  const built = await luna.answered('/segments stage:new', 'New segment');
  luna.tap(built, '💾 Save');
  await luna.answered('Four', 'Saved as “Four”', await luna.told('a name for the segment'));
  const asked = luna.says('/insights');
  await stage.sandbox.until('pictures of any period', () =>
    stage.luna.creator
      .sees(stage.luna.bot)
      .find(
        (seen) =>
          seen.messageId > asked &&
          ['• 30 days', '90 days', '1 year'].every((period) => buttons(seen).includes(period)),
      ),
  );
  expect(answersSince(failing)).toEqual([503]);

  // Whoever pays nothing meets the limits all the same.
  const offer = await mars.answered('/settings', 'Settings\n\n');
  mars.tap(offer, 'Own AI key');
  const refused = await mars.tapped(await mars.becomes(offer, 'Own AI key\n'), 'Groq');
  expect(refused).toContain('Pro has it, see /plan.');
  const fourth = await mars.answered('/segments stage:new', 'New segment');
  expect(await mars.tapped(fourth, '💾 Save')).toContain('Any number: Pro');

  // It hangs, and the subscription ends there without anybody here hearing of it.
  stripeIs('hang');
  const hanging = fake.calls.length;
  fake.portal.cancelNow(subscriptionOf(stage.luna).id);
  const waits = opened();
  await stage.sandbox.until('Stripe was asked', () => fake.calls.length > hanging);
  await setsUpKey();
  own.next(saysDrafts('To Chile as well!'));
  await drafted('And do you ship to Chile?', 'written by AI\nTo Chile as well!');
  expect(await plan(stage.luna)).toMatch(/^Your plan: Pro\n/u);
  const { page } = await waits;
  expect(readable(page)).toContain('Pro');
  expect(readable(page)).toContain('Stripe does not answer at the moment');
  expect(answersSince(hanging)).toEqual([undefined]);

  // It is back: what happened meanwhile is told, and everything is kept.
  fake.clearFaults();
  await stage.restart();
  const ended = await stage.luna.told('Pro has ended. Your plan is Free now.');
  expect(ended.text).toContain('• Your own AI key is kept, but not used.');
  expect(buttons(await luna.answered('/segments', 'Your segments'))).toContain('🔒 Four');
});
