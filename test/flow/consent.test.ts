import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FanId, UserId } from '#src/core/ids.ts';
import { systemClock } from '#src/core/clock.ts';
import { consentOf, isOptedOut, mayUseProvider } from '#src/features/consent/index.ts';
import { fanByUser } from '#src/features/fans/index.ts';
import { setOwner } from '#src/features/members/index.ts';
import { buttons, openFirstContact } from '#test/support/first-contact.ts';
import type { FirstContact } from '#test/support/first-contact.ts';
import { quietLlm } from '#test/support/quiet-llm.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { TestTenant } from '#test/support/start-fanline.ts';

let stage: FirstContact;
let llm: ReturnType<typeof quietLlm>;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;

async function open(...providers: string[]): Promise<void> {
  llm = quietLlm(...providers);
  stage = await openFirstContact({ llm });
  ({ luna, mars, ana } = stage);
}

beforeEach(() => open('groq', 'xai'));
afterEach(() => stage[Symbol.asyncDispose]());

const anaId = async (tenant = luna): Promise<FanId> => {
  const fan = await tenant.read((reader) => fanByUser(reader, ana.id as UserId));
  if (!fan) throw new Error('Ana has not come yet');
  return fan.id;
};

const mayUse = async (tenant = luna) => {
  const fanId = await anaId(tenant);
  const asked = await tenant.read((reader) =>
    mayUseProvider(reader, fanId, { llm, clock: systemClock }),
  );
  return asked.ok ? asked.providers : asked.reason;
};

const rowsOf = async (text: string) =>
  await stage.fanline.storage.store.transact(luna.record.tenantId, (tx) => rawRows(tx, text));

/** Opens /settings and its AI question; gives the id of the message. */
async function openQuestion(words: string | RegExp, tenant = luna): Promise<number> {
  const { creator, bot } = tenant;
  creator.sends(bot, '/settings');
  const menu = await stage.told(creator, /^Settings\n/, tenant);
  creator.taps(bot, menu.messageId, 'AI drafts');
  return (await stage.told(creator, words, tenant)).messageId;
}

async function agree(tenant = luna): Promise<void> {
  const id = await openQuestion('You read, change and send every one yourself', tenant);
  tenant.creator.taps(tenant.bot, id, 'Agree');
  await stage.told(tenant.creator, 'AI drafts are on, by', tenant);
}

describe('the creator’s consent', () => {
  test('is the last step of setup, names the providers, and is stored as it was read', async () => {
    const first = await stage.claimed();
    const { creator, bot } = luna;
    for (const step of ['Step 2 of 5', 'Step 3 of 5', 'Step 4 of 5', 'Step 5 of 5']) {
      creator.taps(bot, first.messageId, 'Skip');
      await stage.told(creator, step);
    }
    const offer = await stage.told(creator, 'Step 5 of 5');
    expect(offer.text).toMatch(/• Groq, a company in the USA[^]*• xAI[^]*30 days/);
    expect(offer.text).toMatch(/E-mail addresses.*replaced[^]*No model is trained/);
    expect(buttons(offer)).toEqual(['Agree', 'Not now', 'Back', 'Skip']);
    expect(await luna.read((reader) => consentOf(reader))).toBeNull();
    creator.taps(bot, offer.messageId, 'Agree');
    const done = await stage.told(creator, 'All set');
    expect(done.text).toContain('AI drafts are on, by Groq and xAI.');
    expect(await luna.read((reader) => consentOf(reader))).toMatchObject({
      providers: ['groq', 'xai'],
      textVersion: 1,
      givenBy: creator.id,
    });
    expect(await mars.read((reader) => consentOf(reader))).toBeNull();
  });

  test('is off after Not now, and after a typed yes', async () => {
    const first = await stage.claimed();
    const { creator, bot } = luna;
    for (const step of ['Step 2', 'Step 3', 'Step 4', 'Step 5']) {
      creator.taps(bot, first.messageId, 'Skip');
      await stage.told(creator, step);
    }
    creator.sends(bot, 'yes, sure');
    const again = await stage.told(creator, /^Tap one of these buttons/);
    creator.taps(bot, again.messageId, 'Not now');
    await stage.told(creator, 'AI drafts stay off');
    await stage.told(creator, 'All set');
    ana.start(bot);
    await stage.told(ana, 'Hi Ana');
    expect(await mayUse()).toBe('no-consent');
  });

  test('is given and withdrawn in /settings, each at once, and both stay written down', async () => {
    await stage.setUp();
    ana.start(luna.bot);
    await stage.told(ana, 'Hi Ana');
    expect(await mayUse()).toBe('no-consent');
    await agree();
    expect(await mayUse()).toEqual(['groq', 'xai']);
    expect((await stage.told(luna.creator, 'AI drafts: on')).text).toContain('by Groq and xAI');
    const id = await openQuestion(/On since .* by Groq and xAI/);
    luna.creator.taps(luna.bot, id, 'Withdraw');
    const menu = await stage.told(luna.creator, 'Nothing goes to an AI provider any more');
    expect(menu.text).toContain('AI drafts: off');
    expect(await mayUse()).toBe('no-consent');
    const rows = await rowsOf('select actor, given_by, ended_how from consent');
    expect(rows).toEqual([{ actor: 'creator', given_by: luna.creator.id, ended_how: 'withdrawn' }]);
  });

  test('holds for the providers that were named, no others, and /settings says why', async () => {
    await stage.setUp();
    ana.start(luna.bot);
    await stage.told(ana, 'Hi Ana');
    llm.providers = ['groq'];
    await agree();
    llm.providers = ['groq', 'xai'];
    expect(await mayUse()).toBe('no-consent');
    const id = await openQuestion('you agreed to Groq, and now it would be Groq and xAI');
    luna.creator.taps(luna.bot, id, 'Agree');
    await stage.told(luna.creator, 'AI drafts are on, by Groq and xAI.');
    expect(await mayUse()).toEqual(['groq', 'xai']);
    const ends = await rowsOf('select ended_how from consent order by id');
    expect(ends).toEqual([{ ended_how: 'replaced' }, { ended_how: null }]);
  });

  test('is not given by a tap on a text that named other providers', async () => {
    await stage.setUp();
    llm.providers = ['groq'];
    const id = await openQuestion('Groq, a company');
    llm.providers = ['groq', 'xai'];
    luna.creator.taps(luna.bot, id, 'Agree');
    const again = await stage.told(luna.creator, 'has changed in the meantime');
    expect(again.text).toContain('• xAI');
    expect(await luna.read((reader) => consentOf(reader))).toBeNull();
    luna.creator.taps(luna.bot, again.messageId, 'Agree');
    await stage.told(luna.creator, 'AI drafts are on, by Groq and xAI.');
  });

  test('does not come back by itself after Not now to other providers', async () => {
    await stage.setUp();
    ana.start(luna.bot);
    await stage.told(ana, 'Hi Ana');
    llm.providers = ['groq'];
    await agree();
    llm.providers = ['xai'];
    const id = await openQuestion('you agreed to Groq, and now it would be xAI');
    luna.creator.taps(luna.bot, id, 'Not now');
    await stage.told(luna.creator, 'AI drafts stay off');
    llm.providers = ['groq'];
    expect(await mayUse()).toBe('no-consent');
  });

  test('of a former owner is not the new owner’s', async () => {
    await stage.setUp();
    ana.start(luna.bot);
    await stage.told(ana, 'Hi Ana');
    await agree();
    const heir = stage.fanline.sandbox.createUser({ firstName: 'Heir', languageCode: 'en' });
    await stage.fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      await setOwner(tx, { userId: heir.id as UserId, name: 'Heir' }, Date.now());
    });
    expect(await mayUse()).toBe('no-consent');
    heir.sends(luna.bot, '/settings');
    expect((await stage.told(heir, /^Settings\n/)).text).toContain('off until you agree again');
  });

  test('is nobody else’s to give', async () => {
    await stage.setUp();
    luna.creator.sends(luna.bot, '/help');
    const id = (await stage.told(luna.creator, 'To answer a fan')).messageId;
    ana.start(luna.bot);
    await stage.told(ana, 'Hi Ana');
    const query = ana.sendsForgedCallback(luna.bot, id, 'set:drafts:agree-AAAAAAAAAAAA');
    expect(await stage.tapAnswer(ana, query)).toBe('This button is not for you.');
    expect(await luna.read((reader) => consentOf(reader))).toBeNull();
  });
});

describe('without a provider', () => {
  beforeEach(async () => {
    await stage[Symbol.asyncDispose]();
    await open();
  });

  test('setup does not ask, and /settings says that there is none', async () => {
    await stage.claimed();
    await stage.told(luna.creator, 'Step 1 of 4');
    luna.creator.sends(luna.bot, '/cancel');
    await stage.told(luna.creator, 'Setup left');
    luna.creator.sends(luna.bot, '/settings');
    const menu = await stage.told(luna.creator, 'AI drafts: no provider is set up');
    luna.creator.taps(luna.bot, menu.messageId, 'AI drafts');
    const said = await stage.told(luna.creator, 'no AI provider set up');
    expect(said.text).toContain('your own past answers');
    expect(buttons(said)).toEqual(['Back']);
    ana.start(luna.bot);
    await stage.told(ana, 'Hi Ana');
    expect(await mayUse()).toBe('not-configured');
  });
});

describe('a fan', () => {
  test('keeps out with /noai, in their language and before their first message, and comes back with /yesai', async () => {
    await stage.setUp();
    await agree();
    const jose = stage.fanline.sandbox.createUser({ firstName: 'José', languageCode: 'es-MX' });
    jose.start(mars.bot);
    await stage.told(jose, 'José', mars);
    for (const answer of [/^Hecho\./, /^Ya es así: .+ \/yesai/]) {
      jose.sends(luna.bot, '/noai');
      await stage.told(jose, answer);
    }
    const optedOut = async (tenant: TestTenant) =>
      await tenant.read(async (reader) => {
        const fan = await fanByUser(reader, jose.id as UserId);
        return fan && (await isOptedOut(reader, fan.id));
      });
    expect(await optedOut(luna)).toBe(true);
    expect(await optedOut(mars)).toBe(false);
    jose.sends(luna.bot, '/yesai');
    await stage.told(jose, 'puede usar IA');
    expect(await optedOut(luna)).toBe(false);
  });

  test('who keeps out is kept out whatever the creator agreed to, and their card says so', async () => {
    await stage.setUp();
    await agree();
    ana.sends(luna.bot, 'hello');
    await stage.told(luna.creator, /^Ana\nhello/);
    expect(await mayUse()).toEqual(['groq', 'xai']);
    ana.sends(luna.bot, '/noai');
    await stage.told(ana, 'kept away from AI providers');
    expect(await mayUse()).toBe('opted-out');
    luna.creator.sends(luna.bot, '/fan Ana');
    await stage.told(luna.creator, 'Keeps their messages away from AI (/noai)');
    ana.sends(luna.bot, '/yesai');
    await stage.told(ana, 'may use AI');
    expect(await mayUse()).toEqual(['groq', 'xai']);
    luna.creator.sends(luna.bot, '/fan Ana');
    const cards = () => luna.creator.seesTexts(luna.bot).filter((text) => text.includes('Score:'));
    await stage.fanline.sandbox.until('another card', () => cards().length === 2);
    expect(cards().map((text) => text.includes('/noai'))).toEqual([true, false]);
  });

  test('reads in /privacy what holds for them, and finds /noai in the menu while there is AI', async () => {
    await stage.setUp();
    ana.sends(luna.bot, '/privacy');
    expect((await stage.told(ana, 'What is kept')).text).not.toContain('AI');
    await agree();
    const menu = () =>
      ana
        .screen()
        .chats.find((chat) => chat.bots.some(({ id }) => id === luna.bot.id))
        ?.commands.map(({ command }) => command);
    await stage.fanline.sandbox.until('the menu', () => menu()?.includes('noai'));
    ana.sends(luna.bot, '/privacy');
    const told = await stage.told(ana, /AI model \(Groq and xAI\)/);
    expect(told.text).toContain('/noai');
    ana.sends(luna.bot, '/noai');
    await stage.told(ana, '/yesai');
    ana.sends(luna.bot, '/privacy');
    await stage.told(ana, 'kept away from AI providers, as you asked');
    luna.creator.sends(luna.bot, '/privacy');
    await stage.told(luna.creator, 'what a draft needs goes to Groq and xAI');
    const id = await openQuestion('On since');
    luna.creator.taps(luna.bot, id, 'Withdraw');
    await stage.fanline.sandbox.until('the menu without it', () => !menu()?.includes('noai'));
    luna.creator.sends(luna.bot, '/privacy');
    await stage.told(luna.creator, 'nothing goes to an AI provider');
  });
});
