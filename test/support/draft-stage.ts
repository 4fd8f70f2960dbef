import { expect } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import { auditBooks } from '#src/features/status/index.ts';
import { buttons } from '#test/support/first-contact.ts';
import type { SandboxBot, SandboxGroup, SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { readNow } from '#test/support/read-now.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

/** What a fan asks in tests of drafts, and what the creator answers to it by hand. */
export const question = 'Do you ship your posters to Canada?';
export const answer = 'Yes, posters go to every country, just tell me your address!';

type Chat = SandboxBot | SandboxGroup;

/** Two creators and two fans, and what tests of drafts do with luna's. */
export type DraftStage = Awaited<ReturnType<typeof openDraftStage>>;

/** Starts the program with its two tenants; `close` fails when the other one saw anything, or the books do not balance. */
export async function openDraftStage(
  options: Pick<
    NonNullable<Parameters<typeof startFanline>[0]>,
    'llm' | 'dailyCaps' | 'log' | 'billing' | 'accountLink'
  > = {},
) {
  let ahead = 0;
  const clock = { ...systemClock, now: () => Date.now() + ahead };
  const fanline: Fanline = await startFanline({ clock, ownTime: true, ...options });
  const { sandbox } = fanline;
  const luna: TestTenant = await fanline.addTenant('luna');
  const mars: TestTenant = await fanline.addTenant('mars');
  const ana = sandbox.createUser({ firstName: 'Ana' });
  const ben = sandbox.createUser({ firstName: 'Ben' });

  /** Waits for the newest message of the bot's that says this. */
  async function told(words: string, where: Chat = luna.bot): Promise<MessageView> {
    return await sandbox.until(`the creator is told ${words}`, () =>
      luna.creator.sees(where).findLast(({ from, text }) => from.isBot && text.includes(words)),
    );
  }

  /** Waits until a message at the desk says this and has these buttons. */
  async function becomes(
    card: MessageView,
    words: string,
    shown?: readonly string[],
    where: Chat = luna.bot,
  ): Promise<MessageView> {
    return await sandbox.until(`the message says ${words}`, () =>
      luna.creator
        .sees(where)
        .find(
          (seen) =>
            seen.messageId === card.messageId &&
            seen.text.includes(words) &&
            (!shown || JSON.stringify(buttons(seen)) === JSON.stringify(shown)),
        ),
    );
  }

  /** Waits until an answer is known as one that may fit again. */
  async function learned(answered: string): Promise<void> {
    await sandbox.until('the answer', () => ben.seesTexts(luna.bot).includes(answered));
    await readNow(fanline.storage, luna);
    await sandbox.until('the past answer', () =>
      luna.read((reader) =>
        reader.db
          .selectFrom('past_answer')
          .select('id')
          .where('reply_text', '=', answered)
          .executeTakeFirst(),
      ),
    );
  }

  async function writes(fan: SandboxUser, text: string): Promise<MessageView> {
    fan.sends(luna.bot, text);
    return await told(`${fan.name}\n${text}`);
  }

  function copies(fan: SandboxUser, text: string): number {
    return fan.seesTexts(luna.bot).filter((seen) => seen === text).length;
  }

  /** How many jobs that bring drafts by themselves are in this state. */
  async function autoJobs(state: 'waiting' | 'done'): Promise<number> {
    const rows = await luna.read((reader) =>
      reader.db
        .selectFrom('job')
        .select('id')
        .where('kind', '=', 'drafts-auto')
        .where('state', '=', state)
        .execute(),
    );
    return rows.length;
  }

  return {
    fanline,
    luna,
    mars,
    ana,
    ben,
    told,
    becomes,
    writes,
    /** How often a fan has this text. */
    copies,
    get ahead() {
      return ahead;
    },
    /** How far the program's clock is ahead of the machine's, in ms. */
    set ahead(ms: number) {
      ahead = ms;
    },

    async close(): Promise<void> {
      expect(sandbox.violations).toEqual([]);
      expect(mars.news()).toEqual([]);
      const books = await luna.read(auditBooks);
      expect(books).toMatchObject({ balanced: true, faults: [], stranded: 0 });
      await fanline[Symbol.asyncDispose]();
    },

    /** The creator agrees to drafts by a model in the settings; gives what they were told before. */
    async consents(): Promise<string> {
      luna.creator.sends(luna.bot, '/settings');
      const menu = await told('AI drafts: off');
      luna.creator.taps(luna.bot, menu.messageId, 'AI drafts');
      const offer = await told('You read, change and send every one yourself');
      luna.creator.taps(luna.bot, offer.messageId, 'Agree');
      await told('AI drafts are on, by');
      return offer.text;
    },

    async tapSays(query: string, words: string): Promise<void> {
      const said = await sandbox.until('an answer', () => luna.creator.answersTo(query));
      expect(said.text).toContain(words);
    },

    /** Ben asks and is answered by hand; from then on that is a past answer. */
    async taught(asked: string, answered: string): Promise<void> {
      ben.sends(luna.bot, asked);
      const relay = await told(asked);
      luna.creator.sends(luna.bot, { text: answered, replyTo: relay.messageId });
      await learned(answered);
    },

    async saved(text: string, name: string): Promise<void> {
      const said = luna.creator.sends(luna.bot, text);
      luna.creator.sends(luna.bot, { text: `/save ${name}`, replyTo: said });
      await told(`Saved as “${name}”`);
    },

    /** The fan asks, the creator taps Draft below the relay, and the draft comes. */
    async drafted(fan: SandboxUser, text: string): Promise<MessageView> {
      const relay = await writes(fan, text);
      luna.creator.taps(luna.bot, relay.messageId, 'Draft');
      const draft = await told(`Draft for ${fan.name}`);
      expect(draft.replyTo?.messageId).toBe(relay.messageId);
      return draft;
    },

    async gets(fan: SandboxUser, text: string): Promise<void> {
      await sandbox.until(`${fan.name} gets ${text}`, () => copies(fan, text) > 0);
    },

    /** What is written down of all drafts, oldest first. */
    async drafts() {
      return await luna.read(async (reader) =>
        reader.db
          .selectFrom('draft')
          .leftJoin('draft_sent', 'draft_sent.draft_id', 'draft.id')
          .select(['draft.state', 'draft.source', 'draft.distance', 'draft_sent.edited'])
          .select('draft.final_message_id as finalId')
          .select('draft_sent.message_id as sentId')
          .orderBy('draft.id')
          .execute(),
      );
    },

    /** Waits until another fan's message went all the way, so that what did not happen can be looked at. */
    async quiet(): Promise<void> {
      await writes(sandbox.createUser({ firstName: 'Cleo' }), 'is it quiet?');
    },

    /** Waits until drafts may come by themselves for so many fans, and until those are due. */
    async quietFor(fans: number): Promise<void> {
      const done = await autoJobs('done');
      await sandbox.until('drafts to come', async () => (await autoJobs('waiting')) === fans);
      ahead += 10_000;
      await fanline.restart();
      await sandbox.until('their time', async () => (await autoJobs('done')) === done + fans);
    },

    async movedToForum(): Promise<SandboxGroup> {
      const group = sandbox.createGroup({ title: 'Desk', forum: true, owner: luna.creator });
      group.adds(luna.bot, { admin: true, manageTopics: true });
      luna.creator.sends(group, '/desk');
      await told('Your desk is here now', group);
      return group;
    },

    /** Ben asks and is answered in his topic. */
    async taughtIn(group: SandboxGroup): Promise<void> {
      ben.sends(luna.bot, question);
      const relay = await told(question, group);
      luna.creator.sends(group, { text: answer, topic: relay.topicId ?? 0 });
      await learned(answer);
    },

    /** Ana asks, and the creator taps Draft on her card. */
    async draftedIn(group: SandboxGroup, text: string) {
      ana.sends(luna.bot, text);
      const card = await told('Ana\n', group);
      luna.creator.taps(group, card.messageId, 'Draft');
      return { draft: await told('Draft for Ana', group), topicId: card.topicId ?? 0 };
    },
  };
}
