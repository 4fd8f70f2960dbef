import { buttons } from '#test/support/first-contact.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import type { Fanline, TestTenant } from '#test/support/start-fanline.ts';

/** What stands in a text: these words, or what this pattern finds. */
type Words = string | RegExp;

/** What the creator and the bot say to each other in the private chat, waited for. */
export interface DeskTalk {
  /** The bot's newest message to the creator that says this; `after`: only one behind that message id. */
  readonly told: (words: Words, after?: number) => Promise<MessageView>;
  /** The bot's newest message to this person that says this. */
  readonly hears: (person: SandboxUser, words: Words) => Promise<MessageView>;
  /** The message once its text says this. */
  readonly becomes: (message: MessageView, words: Words) => Promise<MessageView>;
  /** The message once its text or one of its buttons says this. */
  readonly shows: (message: MessageView, words: string) => Promise<MessageView>;
  /** The creator taps a button; gives the tap's id. */
  readonly tap: (message: MessageView, button: string) => string;
  /** The creator taps a button; gives what the tap is answered. */
  readonly tapped: (message: MessageView, button: string) => Promise<string | undefined>;
  /** What a tap of this person's (the creator's unless given) is answered. */
  readonly answerTo: (query: string, person?: SandboxUser) => Promise<string | undefined>;
  /** The creator writes; gives the message id. */
  readonly says: (text: string, replyTo?: MessageView) => number;
  /** The creator writes; gives the bot's message behind it that says this. */
  readonly answered: (text: string, words: Words, replyTo?: MessageView) => Promise<MessageView>;
  /** A fan writes; gives the relay. */
  readonly writes: (fan: SandboxUser, text: string) => Promise<MessageView>;
}

/** The talk at a tenant's private desk. `at` is asked at each step, since each test has a tenant of its own. */
export function deskTalk(
  at: () => {
    fanline: Pick<Fanline, 'sandbox'>;
    tenant: Pick<TestTenant, 'bot' | 'creator'>;
  },
): DeskTalk {
  const until = <T>(what: string, check: () => T | undefined) =>
    at().fanline.sandbox.until(what, check);
  const seenBy = (person: SandboxUser) =>
    person.sees(at().tenant.bot).filter(({ from }) => from.isBot);
  const atDesk = () => seenBy(at().tenant.creator);

  const talk: DeskTalk = {
    told: (words, after = 0) =>
      until(`the creator is told ${words}`, () =>
        atDesk().findLast(({ messageId, text }) => messageId > after && says(text, words)),
      ),
    hears: (person, words) =>
      until(`${person.name} is told ${words}`, () =>
        seenBy(person).findLast(({ text }) => says(text, words)),
      ),
    becomes: (message, words) =>
      until(`the message says ${words}`, () =>
        atDesk().find(
          ({ messageId, text }) => messageId === message.messageId && says(text, words),
        ),
      ),
    shows: (message, words) =>
      until(`the message shows ${words}`, () =>
        atDesk().find(
          (seen) =>
            seen.messageId === message.messageId &&
            [seen.text, ...buttons(seen)].some((text) => text.includes(words)),
        ),
      ),
    tap(message, button) {
      const { bot, creator } = at().tenant;
      return creator.taps(bot, message.messageId, button);
    },
    tapped: (message, button) => talk.answerTo(talk.tap(message, button)),
    async answerTo(query, person = at().tenant.creator) {
      const answer = await until('the tap is answered', () => person.answersTo(query));
      return answer.text;
    },
    says(text, replyTo) {
      const { bot, creator } = at().tenant;
      return creator.sends(bot, { text, ...(replyTo ? { replyTo: replyTo.messageId } : {}) });
    },
    answered: (text, words, replyTo) => talk.told(words, talk.says(text, replyTo)),
    writes(fan, text) {
      fan.sends(at().tenant.bot, text);
      return talk.told(text);
    },
  };
  return talk;
}

function says(text: string, words: Words): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}
