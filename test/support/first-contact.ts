import { systemClock } from '#src/core/clock.ts';
import { systemRandom } from '#src/core/random.ts';
import type { Llm } from '#src/core/llm.ts';
import { createClaimLink } from '#src/features/members/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { startFanline } from '#test/support/start-fanline.ts';
import type { Fanline, TestTenant } from '#test/support/start-fanline.ts';

/** Two bots that nobody has claimed yet, and a fan. `tenant` is luna's unless given. */
export interface FirstContact extends AsyncDisposable {
  readonly fanline: Fanline;
  readonly luna: TestTenant;
  readonly mars: TestTenant;
  readonly ana: SandboxUser;
  /** How far the program's clock is ahead of the machine's, in ms. */
  ahead: number;
  /** The payload of a fresh claim link, as the operator's script makes it. */
  claimPayload(tenant?: TestTenant): Promise<string>;
  /** Waits for the bot's newest message that says this. */
  told(person: SandboxUser, words: string | RegExp, tenant?: TestTenant): Promise<MessageView>;
  /** Waits for the answer to a tap. */
  tapAnswer(person: SandboxUser, query: string): Promise<string | undefined>;
  /** Waits until a fan who came just now was greeted, and so everything before was handled. */
  quiet(tenant?: TestTenant): Promise<void>;
  /** Claims the bot for its creator and waits for the first question. */
  claimed(tenant?: TestTenant): Promise<MessageView>;
  /** Claims the bot and skips through setup. */
  setUp(tenant?: TestTenant): Promise<void>;
  preferences(tenant?: TestTenant): ReturnType<typeof preferencesOf>;
}

/** Starts the program with its two unclaimed bots, and with these providers, if any. Disposing fails when a request broke the Bot API's schema. */
export async function openFirstContact(options: { llm?: Llm } = {}): Promise<FirstContact> {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const fanline = await startFanline({ clock: { ...systemClock, now }, ...options });
  const { sandbox, storage } = fanline;
  const luna = await fanline.addTenant('luna', { claimed: false });
  const mars = await fanline.addTenant('mars', { claimed: false });
  const ana = sandbox.createUser({ firstName: 'Ana', languageCode: 'en' });

  const stage: FirstContact = {
    fanline,
    luna,
    mars,
    ana,
    get ahead() {
      return ahead;
    },
    set ahead(ms) {
      ahead = ms;
    },

    async claimPayload(tenant = luna) {
      const { secret } = await storage.store.transact(tenant.record.tenantId, (tx) =>
        createClaimLink(tx, { now: now(), random: systemRandom }),
      );
      return `claim_${secret}`;
    },

    told: (person, words, tenant = luna) =>
      sandbox.until(`${person.name} is told ${words}`, () =>
        person
          .sees(tenant.bot)
          .findLast(
            ({ from, text }) =>
              from.isBot && (typeof words === 'string' ? text.includes(words) : words.test(text)),
          ),
      ),

    async tapAnswer(person, query) {
      const answer = await sandbox.until('the tap is answered', () => person.answersTo(query));
      return answer.text;
    },

    async quiet(tenant = luna) {
      const probe = sandbox.createUser({ firstName: 'Probe' });
      probe.start(tenant.bot);
      await stage.told(probe, 'Probe', tenant);
    },

    async claimed(tenant = luna) {
      tenant.creator.start(tenant.bot, await stage.claimPayload(tenant));
      return await stage.told(tenant.creator, /Step 1 of \d/, tenant);
    },

    async setUp(tenant = luna) {
      const first = await stage.claimed(tenant);
      const asksOfAi = (options.llm?.providers.length ?? 0) > 0;
      const steps = ['Step 2', 'Step 3', 'Step 4', ...(asksOfAi ? ['Step 5'] : []), 'All set'];
      for (const step of steps) {
        tenant.creator.taps(tenant.bot, first.messageId, 'Skip');
        await stage.told(tenant.creator, step, tenant);
      }
    },

    preferences: (tenant = luna) => tenant.read((reader) => preferencesOf(reader)),

    async [Symbol.asyncDispose]() {
      const { violations } = sandbox;
      await fanline[Symbol.asyncDispose]();
      if (violations.length > 0) throw new Error(violations.join('\n'));
    },
  };
  return stage;
}

/** The words on a message's buttons. */
export function buttons(message: MessageView): string[] {
  return message.buttons.flat().map(({ text }) => text);
}
