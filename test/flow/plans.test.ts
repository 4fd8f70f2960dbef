import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import type { SubscriptionState } from '#src/core/plans.ts';
import { systemRandom } from '#src/core/random.ts';
import { tellPlan } from '#src/features/billing/services/tell-plan.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { grantPlan } from '#src/operator/grant-plan.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';
import { buttons } from '#test/support/first-contact.ts';
import { quietLlm } from '#test/support/quiet-llm.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';

const dayMs = 86_400_000;

let stage: DraftStage;

async function open(options: Parameters<typeof openDraftStage>[0] = {}): Promise<void> {
  stage = await openDraftStage({ billing: true, ...options });
  await prefer('quietHours', { from: 0, to: 0 });
}

afterEach(() => stage.close());

async function prefer(...[key, value]: [string, unknown]): Promise<void> {
  await stage.fanline.storage.store.transact(stage.luna.record.tenantId, (tx) =>
    setPreference(tx, key as 'language', value as 'en', 'creator', 0),
  );
}

/** The buttons of /insights that are about time. */
const periodsOf = (message: MessageView) =>
  buttons(message).filter((text) => /day|year|All time/.test(text));

const begin = Date.now();

const pro: SubscriptionState = {
  subscriptionId: 'sub_1',
  status: 'active',
  priceKey: 'pro_monthly',
  periodStart: begin - 3 * dayMs,
  periodEnd: begin + 27 * dayMs,
  cancelsAt: null,
  trialEnd: null,
  pastDueSince: null,
  hold: null,
  pause: null,
  endedAt: null,
  createdAt: begin - 3 * dayMs,
};

/** What Stripe says of luna's subscription now. */
async function stripeSays(
  more: Partial<SubscriptionState> = {},
  oddity: string | null = null,
): Promise<void> {
  await stage.fanline.plans.store(stage.luna.record.tenantId, {
    subscription: { ...pro, ...more },
    oddity,
  });
}

async function grant(plan: string, until?: string): Promise<void> {
  const { plans, storage } = stage.fanline;
  const tools = { control: storage.control, plans, clock: systemClock };
  expect(await grantPlan(tools, 'luna', { plan, until })).toMatchObject({ changed: true });
}

/** Time goes by, and the program starts again. */
async function later(ms: number): Promise<void> {
  stage.ahead += ms;
  await stage.fanline.restart();
}

const says = (text: string, replyTo?: MessageView) =>
  stage.luna.creator.sends(stage.luna.bot, {
    text,
    ...(replyTo ? { replyTo: replyTo.messageId } : {}),
  });

const tap = (message: MessageView, button: string) =>
  stage.luna.creator.taps(stage.luna.bot, message.messageId, button);

/** The newest answer to a command, which begins like this. */
async function asked(command: string, begins: string): Promise<MessageView> {
  const { luna, fanline } = stage;
  const count = luna.creator.sees(luna.bot).length;
  says(command);
  return await fanline.sandbox.until(`the answer to ${command}`, () =>
    luna.creator
      .sees(luna.bot)
      .slice(count)
      .find(({ from, text }) => from.isBot && text.startsWith(begins)),
  );
}

const times = (words: string) => stage.luna.news().filter((text) => text.includes(words)).length;

/** As the builder saves them, from `first` on. */
async function segments(...names: string[]): Promise<void> {
  await stage.fanline.storage.store.transact(stage.luna.record.tenantId, async (tx) => {
    for (const name of names) {
      const filter = JSON.stringify({ all: [] });
      const row = { key: name.toLowerCase(), name, filter, actor: 'creator' as const };
      await tx.db
        .insertInto('segment')
        .values({ ...row, created_at: 0, changed_at: null })
        .execute();
    }
  });
}

describe('a grant', () => {
  test('is told once, in the creator’s language, and stands in /plan', async () => {
    await open();
    await prefer('language', 'ru');
    await grant('pro', '2099-12-31');
    await stage.told('До 31 декабря 2099 г. ваш тариф Pro: подарок от того, кто ведёт этот сервис');
    const plan = await asked('/plan', 'Ваш тариф: Pro');
    expect(plan.text).toContain('Подарок от того, кто ведёт этот сервис до 31 декабря 2099');
    expect(plan.text).toMatch(/Черновиков с ИИ за этот месяц: 0 из 2\s000/u);
    expect(plan.text).toContain('В Studio больше:\n• Черновиков с ИИ в месяц');
    expect(plan.text).not.toMatch(/[$€₽]/u);
    await stage.fanline.restart();
    await grant('none');
    await stage.told('Pro закончился. Теперь ваш тариф Free.');
    expect(times('подарок от')).toBe(1);
  });

  test('that came while nobody listened is told at the next start', async () => {
    await open();
    await stage.fanline.stop();
    await grant('studio');
    await stage.fanline.start();
    await stage.told('Your plan is Studio now, given to you by whoever runs this service.');
  });
});

test('a process that dies before the commit has told nothing, and the next one tells once', async () => {
  await open();
  const { fanline, luna } = stage;
  await fanline.stop();
  await grant('pro');
  const services = {
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    texts: createTexts(),
    plans: fanline.plans,
  };
  const { store } = fanline.storage;
  const dying = store.transact(luna.record.tenantId, async (tx) => {
    await tellPlan(tx, services);
    throw new Error('the process dies here');
  });
  await expect(dying).rejects.toThrow('dies here');
  await store.transact(luna.record.tenantId, (tx) => tellPlan(tx, services));
  await store.transact(luna.record.tenantId, (tx) => tellPlan(tx, services));
  await fanline.start();
  await stage.told('Your plan is Pro now, given to you');
  await asked('/plan', 'Your plan: Pro');
  expect(times('Your plan is Pro now')).toBe(1);
});

describe('with Free', () => {
  test('a fourth segment is not saved, and what was built stays to be used', async () => {
    await open();
    await segments('One', 'Two', 'Three');
    const menu = await asked('/segments stage:new', 'New segment');
    await stage.tapSays(tap(menu, '💾 Save'), 'Your plan has 3 segments. Any number: Pro');
    tap(menu, '👀 Preview');
    await stage.becomes(menu, 'No fan', ['Back']);
    // So is one whose name was asked for before the plan ended.
    await grant('pro');
    await stage.told('Your plan is Pro now');
    tap(menu, 'Back');
    tap(await stage.becomes(menu, 'New segment'), '💾 Save');
    const name = await stage.told('a name for the segment');
    await grant('none');
    await stage.told('Pro has ended');
    says('Four', name);
    await stage.told('Your plan has 3 segments');
    await stage.told('New segment');
    expect((await asked('/segments', 'Your segments')).text).not.toContain('Four');
  });

  test('drafts of the month are used up at 30, then own past answers come, and bought ones are added', async () => {
    await open({ llm: quietLlm('groq') });
    const { fanline, luna, ana } = stage;
    says('/settings');
    tap(await stage.told('AI drafts: off'), 'AI drafts');
    tap(await stage.told('You read, change and send every one yourself'), 'Agree');
    await stage.told('AI drafts are on, by Groq');
    await stage.taught(question, answer);
    const book = fanline.storage.storage.usageBook({ tenant: null, total: null });
    const { tenantId } = luna.record;
    const wish = { tenantId, feature: 'draft', keyOwner: 'platform', drafts: 1 } as const;
    const drafted = async () => {
      const since = begin - 32 * dayMs;
      const some = { ...wish, draftQuota: null, since, estimateMicroUsd: 1 };
      const reserved = await book.reserve(some);
      if (reserved.ok)
        await book.settle(reserved.id, { tries: [], drafted: true, requestId: null });
    };
    for (let count = 0; count < 30; count += 1) await drafted();
    const local = await stage.drafted(ana, question);
    expect(local.text).toContain(
      'The 30 AI drafts of this month are used up. Pro has 2,000 a month, see /plan. From your past replies:',
    );
    expect(local.text).toContain(answer);
    expect((await asked('/plan', 'Your plan: Free')).text).toContain('this month: 30 of 30');
    await fanline.plans.addTopup(tenantId, { paymentId: 'pay-1', drafts: 500 });
    await stage.told('AI drafts bought on top: 500 more.');
    expect((await asked('/plan', 'Your plan: Free')).text).toContain('bought on top: 500 left');

    // They were bought in test mode; then come the first ones that are paid for, and test mode once more.
    const stripe = fanline.storage.storage.stripeBook();
    const told = () =>
      stage.luna.creator
        .sees(stage.luna.bot)
        .filter(({ text }) => text.includes('AI drafts bought on top: 500 more.')).length;
    await stripe.enterMode(false);
    await stripe.enterMode(true);
    await fanline.plans.addTopup(tenantId, { paymentId: 'pay-2', drafts: 500 });
    await stage.fanline.sandbox.until('the second is told', () => told() === 2 || undefined);
    await grant('pro');
    await stage.told('Your plan is Pro now');
    await stripe.enterMode(false);
    await grant('none');
    await stage.told('Pro has ended');
    expect(told()).toBe(2);
  });

  test('pictures show seven days, longer periods are locked', async () => {
    await open();
    const shown = await asked('/insights', 'No message');
    expect(periodsOf(shown)).toEqual([
      '• 7 days',
      '🔒 30 days',
      '🔒 90 days',
      '🔒 1 year',
      '🔒 All time',
    ]);
    await stage.tapSays(
      tap(shown, '🔒 30 days'),
      'Your plan shows up to 7 days. Longer: Pro, see /plan.',
    );
    await stage.tapSays(
      tap(shown, '🔒 All time'),
      'Your plan shows up to 7 days. Longer: Studio, see /plan.',
    );
  });

  test('pictures of all time are locked with Pro, and Studio opens them', async () => {
    await open();
    await grant('pro');
    await stage.told('Your plan is Pro now');
    const shown = await asked('/insights', 'No message');
    expect(periodsOf(shown)).toEqual(['7 days', '• 30 days', '90 days', '1 year', '🔒 All time']);
    await stage.tapSays(
      tap(shown, '🔒 All time'),
      'Your plan shows up to a year. Longer: Studio, see /plan.',
    );
    await grant('studio');
    await stage.told('Your plan is Studio now');
    // The old button is as good as a new one.
    tap(shown, '🔒 All time');
    const all = await stage.told('No messages yet. Once fans write');
    expect(all.messageId).toBe(shown.messageId);
    expect(periodsOf(all)).toEqual(['7 days', '30 days', '90 days', '1 year', '• All time']);
  });
});

describe('a subscription', () => {
  test('that ends leaves everything to be used, and the oldest three segments to be changed', async () => {
    await open();
    await stripeSays();
    await stage.told('Your plan is Pro now.');
    await segments('One', 'Two', 'Three', 'Four', 'Five');
    await stripeSays({ cancelsAt: begin + 27 * dayMs });
    await stage.told('Pro ends on');
    await stripeSays({ status: 'canceled', endedAt: begin });
    const ended = await stage.told('Pro has ended. Your plan is Free now.');
    expect(ended.text).toContain('• Segments: all can be used. The 3 oldest can be changed.');
    expect(ended.text).toContain('Nothing was deleted, and fans reach you as before.');

    const list = await asked('/segments', 'Your segments');
    expect(buttons(list)).toEqual(['🔒 Five', '🔒 Four', 'One', 'Three', 'Two', 'New']);
    tap(list, '🔒 Five');
    const five = await stage.becomes(list, 'this one only used');
    await stage.tapSays(tap(five, 'Rename'), 'The oldest can be changed');
    await stage.tapSays(tap(five, '💾 Save'), 'The oldest can be changed');
    tap(five, '👀 Preview');
    await stage.becomes(five, 'No fan', ['Back']);

    const more = await asked('/segments', 'Your segments');
    tap(more, 'One');
    await stage.becomes(more, '👥 One');
    await stage.becomes(more, 'No fan');
    tap(more, 'Rename');
    says('First', await stage.told('with the new name'));
    await stage.told('It is called “First” now.');

    await stripeSays({ subscriptionId: 'sub_2' });
    await stage.told('Your plan is Pro now.');
    expect(buttons(await asked('/segments', 'Your segments'))).toContain('Five');
    // What fans write comes as ever.
    await stage.writes(stage.ana, 'still here?');
  });

  test('whose payment fails is told of once each: at once, before the end and at the end', async () => {
    await open();
    await prefer('language', 'de');
    await stripeSays();
    await stage.told('Dein Tarif ist jetzt Pro.');
    const late = { status: 'past_due', pastDueSince: begin };
    await stripeSays(late);
    await stripeSays(late);
    await stage.told('Eine Zahlung für Pro ist gescheitert. Bis ');
    expect((await asked('/plan', 'Dein Tarif: Pro')).text).toContain(
      'Eine Zahlung ist gescheitert.',
    );
    await later(5 * dayMs + 60_000);
    await stage.told('Die Zahlung für Pro ist noch offen.');
    await stage.fanline.restart();
    await later(2 * dayMs);
    await stage.told('Die Zahlung für Pro kam nicht rechtzeitig an. Dein Tarif ist jetzt Free.');
    await stripeSays({ ...late, periodEnd: begin + 28 * dayMs });
    await asked('/plan', 'Dein Tarif: Free');
    expect(times('ist gescheitert. Bis')).toBe(2);
    expect(times('ist noch offen.')).toBe(1 + 1);
    expect(times('kam nicht rechtzeitig')).toBe(1);
    await stripeSays();
    await stage.told('Dein Tarif ist jetzt Pro.');
  });

  test('whose taxes need an address stays, and its creator is told once what to do', async () => {
    await open();
    await prefer('language', 'es');
    await stripeSays();
    await stage.told('Tu plan es ahora Pro.');
    await stripeSays({}, 'no-address:sub_1');
    await stage.told('no se puede calcular el impuesto de un pago');
    await stage.fanline.restart();
    await stripeSays({ periodEnd: begin + 28 * dayMs }, 'no-address:sub_1');
    expect((await asked('/plan', 'Tu plan: Pro')).text).toContain(
      'Por tu suscripción. No se puede',
    );
    await stripeSays();
    expect((await asked('/plan', 'Tu plan: Pro')).text).not.toContain('impuesto');
    expect(times('falta tu dirección')).toBe(2);
  });

  test('is told of in private, and in a group nobody reads of payments', async () => {
    await open({ accountLink: async ({ userId }) => `https://fanline.example/a/${userId}` });
    const max = stage.fanline.sandbox.createUser({ firstName: 'Max' });
    await stage.fanline.storage.store.transact(stage.luna.record.tenantId, (tx) =>
      tx.db
        .insertInto('member')
        .values({ user_id: max.id as UserId, role: 'member', name: 'Max', joined_at: 0 })
        .execute(),
    );
    const group = await stage.movedToForum();
    await stripeSays({ status: 'past_due', pastDueSince: begin });
    await stage.told('A payment for Pro failed.');
    const plan = await asked('/plan', 'Your plan: Pro');
    expect(plan.text).toContain('A payment failed.');
    expect(buttons(plan)).toEqual(['💳 Account page']);
    stage.luna.creator.sends(group, '/plan');
    const inGroup = await stage.told('Why, and what else there is', group);
    expect(inGroup.text).toMatch(/^Your plan: Pro\n\nAI drafts/u);
    expect(buttons(inGroup)).toEqual([]);
    max.start(stage.luna.bot);
    max.sends(stage.luna.bot, '/plan');
    const seen = await stage.fanline.sandbox.until('the member’s plan', () =>
      max.seesTexts(stage.luna.bot).find((text) => text.startsWith('Your plan: Pro')),
    );
    const everything = [seen, ...max.seesTexts(stage.luna.bot), ...max.seesTexts(group)];
    expect(everything.join()).not.toMatch(/payment|Account page/u);
  });
});

test('where nothing is billed everything is allowed, and /plan says so', async () => {
  await open({ billing: false });
  await grant('pro');
  await segments('One', 'Two', 'Three', 'Four');
  const plan = await asked('/plan', 'Your plan: nothing is billed here, everything is allowed.');
  expect(plan.text).not.toContain('Segments');
  expect(buttons(plan)).toEqual([]);
  const menu = await asked('/segments stage:new', 'New segment');
  tap(menu, '💾 Save');
  says('Five', await stage.told('a name for the segment'));
  await stage.told('Saved as “Five”.');
  expect(buttons(await asked('/insights', 'No message'))).toContain('• 30 days');
  expect(times('given to you')).toBe(0);
});
