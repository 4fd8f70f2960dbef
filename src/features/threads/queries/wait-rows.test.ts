import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChatId, ChatMessageId, FanId, MessageId, ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { queryPlan, rawRows } from '#test/support/raw-rows.ts';
import type { Delivery } from '../message.ts';
import { reviewWait } from '../services/review-wait.ts';
import { insertLink } from './link-rows.ts';
import { insertMessage, updateDelivery } from './message-rows.ts';
import { openThreadFor, threadById, updateAnswered, updateDone } from './thread-rows.ts';
import { selectFirstUnanswered } from './wait-rows.ts';

/** What may happen in a thread; `nth` is one of the answers that were given so far. */
type Event =
  | {
      readonly do:
        | 'asks'
        | 'asks in a talk brought along'
        | 'answers'
        | 'speaks by itself'
        | 'done';
    }
  | { readonly do: 'becomes'; readonly nth: number; readonly delivery: Delivery };

/** A fan's message or a person's answer, as the rule sees it. */
interface Said {
  readonly at: number;
  readonly by: 'fan' | 'person';
  stands: boolean;
}

/** The rule, as simply as it can be told. */
function waitsSince(story: readonly Said[], doneAt: number): number | null {
  const last = story.findLastIndex(({ by, stands }) => by === 'person' && stands);
  return story.find(({ by, at }, index) => by === 'fan' && index > last && at > doneAt)?.at ?? null;
}

/** Plays a story in a thread of its own; after each event the fan is to wait as the rule says. */
class Talk {
  readonly #tx: Tx;
  readonly #said: Said[] = [];
  readonly #answers: { readonly id: MessageId; readonly said: Said }[] = [];
  #thread: ThreadId = 0 as ThreadId;
  #doneAt = 0;
  #now = 10;

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  async open(): Promise<void> {
    await rawRows(this.#tx, 'delete from fan');
    await rawRows(
      this.#tx,
      `insert into fan (id, user_id, first_name, first_seen_at, last_seen_at) values (1, 1, 'Ana', 0, 0)`,
    );
    await this.#ask(true);
  }

  async play(event: Event): Promise<void> {
    this.#now += 10;
    const tx = this.#tx;
    switch (event.do) {
      case 'asks':
      case 'asks in a talk brought along':
        return await this.#ask(event.do === 'asks');
      case 'answers': {
        const id = await this.#insert('creator', 'queued', this.#now);
        await updateAnswered(tx, this.#thread, this.#now);
        const said: Said = { at: this.#now, by: 'person', stands: true };
        this.#said.push(said);
        this.#answers.push({ id, said });
        return;
      }
      case 'speaks by itself':
        await this.#insert('automation', 'delivered', this.#now);
        return;
      case 'done':
        await updateDone(tx, this.#thread, this.#now);
        this.#doneAt = this.#now;
        return;
      case 'becomes': {
        const answer = this.#answers[event.nth];
        if (!answer) return;
        await updateDelivery(tx, [answer.id], event.delivery);
        answer.said.stands = event.delivery === 'queued' || event.delivery === 'delivered';
        await reviewWait(tx, this.#thread, { clock: { now: () => this.#now } } as Services);
      }
    }
  }

  async expectTruth(): Promise<void> {
    const thread = await threadById(this.#tx, this.#thread);
    expect(thread?.waitingSince).toBe(waitsSince(this.#said, this.#doneAt));
  }

  async #ask(atBot: boolean): Promise<void> {
    const chatId = 1 as ChatId;
    const thread = await openThreadFor(this.#tx, 1 as FanId, chatId, this.#now);
    this.#thread = thread.id;
    // Telegram says the second in which it was written; the wait begins when it comes in.
    const id = await this.#insert('fan', 'delivered', atBot ? this.#now - 3 : this.#now);
    const place = { chatId, chatMessageId: id as number as ChatMessageId };
    const link = { messageId: id, side: 'fan', role: 'origin', part: 0, ...place } as const;
    if (atBot) await insertLink(this.#tx, link, this.#now);
    this.#said.push({ at: this.#now, by: 'fan', stands: true });
  }

  async #insert(
    actor: 'fan' | 'creator' | 'automation',
    delivery: Delivery,
    sentAt: number,
  ): Promise<MessageId> {
    return await insertMessage(this.#tx, {
      threadId: this.#thread,
      direction: actor === 'fan' ? 'in' : 'out',
      actor,
      authorUserId: null,
      content: { kind: 'text', text: 'x', entities: [], attachment: null, albumId: null },
      answersMessageId: null,
      delivery,
      sentAt,
    });
  }
}

test('a fan waits since the first message that no standing answer and no Done came behind, whatever happened', async () => {
  const event: fc.Arbitrary<Event> = fc.oneof(
    fc.record({
      do: fc.constantFrom(
        'asks' as const,
        'asks in a talk brought along' as const,
        'answers' as const,
        'answers' as const,
        'speaks by itself' as const,
        'done' as const,
      ),
    }),
    fc.record({
      do: fc.constant('becomes' as const),
      nth: fc.nat(4),
      delivery: fc.constantFrom<Delivery[]>(
        'withdrawn',
        'failed',
        'unknown',
        'queued',
        'delivered',
      ),
    }),
  );
  await using storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (story) => {
      await storage.store.transact(tenantId, async (tx) => {
        const talk = new Talk(tx);
        await talk.open();
        await talk.expectTruth();
        for (const each of story) {
          await talk.play(each);
          await talk.expectTruth();
        }
      });
    }),
    { numRuns: 150 },
  );
});

test('only messages of the thread are looked through, from the end', async () => {
  await using storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    const plan = await queryPlan(tx, selectFirstUnanswered(tx, 1 as ThreadId).compile());
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    expect(plan.join()).not.toContain('TEMP B-TREE');
  });
});
