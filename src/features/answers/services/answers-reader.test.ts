import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FanId, MessageId } from '#src/core/ids.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import { answer, exchange, makeFan, readAll, say } from '#test/support/answer-bed.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';

let storage: TestStorage;
let tenant: TenantRecord;

beforeAll(async () => {
  storage = await openTestStorage({ inMemory: true });
  tenant = await storage.addTenant();
});

afterAll(async () => {
  await storage[Symbol.asyncDispose]();
});

/** Works in a file in which nobody has written yet. */
async function anew(work: (tx: Tx) => Promise<void>): Promise<void> {
  await storage.store.transact(tenant.tenantId, async (tx) => {
    await rawRows(tx, 'delete from fan');
    await work(tx);
  });
}

/** All pairs, oldest first, as `fan text -> answer`. */
async function pairs(tx: Tx): Promise<string[]> {
  await readAll(tx);
  const rows = await tx.db
    .selectFrom('past_answer')
    .select(['fan_text', 'reply_text'])
    .orderBy('message_id')
    .execute();
  return rows.map(({ fan_text, reply_text }) => `${fan_text} -> ${reply_text}`);
}

async function edit(tx: Tx, id: MessageId, text: string): Promise<void> {
  await tx.db.updateTable('message').set({ text }).where('id', '=', id).execute();
}

async function takeBack(tx: Tx, id: MessageId): Promise<void> {
  await tx.db.updateTable('message').set({ deleted_at: 9 }).where('id', '=', id).execute();
}

describe('a pair is made of', () => {
  test('what a fan wrote since the answer before, and the answer', async () => {
    await anew(async (tx) => {
      const [ana, ben] = [await makeFan(tx), await makeFan(tx)];
      await say(tx, ana, 'hello');
      await say(tx, ben, 'other fan here');
      await say(tx, ana, 'do you like cats?');
      await answer(tx, ana, 'I love cats');
      await say(tx, ana, 'and dogs?');
      await answer(tx, ana, 'dogs too', { actor: 'member' });
      await answer(tx, ana, 'and birds');
      expect(await pairs(tx)).toEqual([
        'hello\ndo you like cats? -> I love cats',
        'and dogs? -> dogs too',
      ]);
    });
  });

  test('the message that was chosen to be answered, with what stands before it', async () => {
    await anew(async (tx) => {
      const ana = await makeFan(tx);
      await say(tx, ana, 'hi');
      const cats = await say(tx, ana, 'cats?');
      const dogs = await say(tx, ana, 'dogs?');
      await answer(tx, ana, 'I love cats', { answers: cats });
      await answer(tx, ana, 'dogs too', { answers: dogs });
      expect(await pairs(tx)).toEqual(['hi\ncats? -> I love cats', 'dogs? -> dogs too']);
    });
  });

  test('texts alone: no stickers, captions, automatic answers, and nothing without a word', async () => {
    await anew(async (tx) => {
      const ana = await makeFan(tx);
      await say(tx, ana, '', { kind: 'sticker' });
      await answer(tx, ana, 'what a sticker');
      await say(tx, ana, 'look at this', { kind: 'photo' });
      await answer(tx, ana, 'what a photo');
      await say(tx, ana, 'really?');
      await answer(tx, ana, 'a caption', { kind: 'photo' });
      await say(tx, ana, '🔥🔥🔥');
      await answer(tx, ana, 'haha');
      await say(tx, ana, 'nice');
      await answer(tx, ana, '❤️');
      await say(tx, ana, 'are you there?');
      await answer(tx, ana, 'I answer soon', { actor: 'automation' });
      await answer(tx, ana, 'here I am');
      expect(await pairs(tx)).toEqual(['are you there? -> here I am']);
    });
  });

  test('what a person wrote or changed: no draft that was sent as it stood', async () => {
    await anew(async (tx) => {
      const ana = await makeFan(tx);
      const asked = await say(tx, ana, 'first question');
      const asItStood = await answer(tx, ana, 'the draft');
      await say(tx, ana, 'second question');
      const changed = await answer(tx, ana, 'the draft in other words');
      await rawRows(
        tx,
        `insert into draft (id, thread_id, message_id, state, created_at)
         values (1, ${ana}, ${asked}, 'sent', 1), (2, ${ana}, ${asked}, 'edited', 1)`,
      );
      await rawRows(
        tx,
        `insert into draft_sent (message_id, draft_id, edited)
         values (${asItStood}, 1, 0), (${changed}, 2, 1)`,
      );
      expect(await pairs(tx)).toEqual(['second question -> the draft in other words']);
    });
  });

  test('no names of the fan', async () => {
    await anew(async (tx) => {
      const ana = await makeFan(tx, { first: 'Ana', last: 'Ruiz', handle: 'ana_ruiz' });
      await exchange(tx, ana, "hi, I'm Ana, on insta @ana_ruiz", 'Hola Ana! Nice to meet you');
      await exchange(tx, ana, 'who knows?', 'I told Ana about it');
      expect(await pairs(tx)).toEqual([
        "hi, I'm {first_name}, on insta {first_name} -> Hola {first_name}! Nice to meet you",
        'who knows? -> I told {first_name} about it',
      ]);
      expect(await rawRows(tx, 'select reusable from past_answer order by id')).toEqual([
        { reusable: 1 },
        { reusable: 0 },
      ]);
    });
  });
});

describe('a pair follows its messages', () => {
  test('when one is edited, taken back or erased', async () => {
    await anew(async (tx) => {
      const ana = await makeFan(tx);
      const hello = await say(tx, ana, 'zzhello');
      const cats = await say(tx, ana, 'zzcats?');
      const first = await answer(tx, ana, 'yes cats');
      const { answered } = await exchange(tx, ana, 'dogs?', 'zzdogs no');
      await readAll(tx);
      await edit(tx, cats, 'kittens?');
      await edit(tx, answered, 'dogs yes');
      expect(await rawRows(tx, 'select * from past_answer')).toEqual([]);
      expect(await pairs(tx)).toEqual(['zzhello\nkittens? -> yes cats', 'dogs? -> dogs yes']);
      await tx.db.deleteFrom('message').where('id', '=', hello).execute();
      expect(await pairs(tx)).toEqual(['kittens? -> yes cats', 'dogs? -> dogs yes']);
      await takeBack(tx, first);
      expect(await pairs(tx)).toEqual(['dogs? -> dogs yes']);
    });
  });

  test('and nothing of a fan who is erased is left', async () => {
    await anew(async (tx) => {
      const [ana, ben] = [await makeFan(tx), await makeFan(tx)];
      await exchange(tx, ana, 'zzquestion 消えた言葉', 'zzanswer');
      await exchange(tx, ben, 'a question', 'an answer');
      await readAll(tx);
      await tx.db.deleteFrom('fan').where('id', '=', ana).execute();
      expect(await rawRows(tx, 'select * from past_answer_stale')).toEqual([]);
      expect(await pairs(tx)).toEqual(['a question -> an answer']);
    });
    // The index is written when the transaction ends.
    await storage.store.transact(tenant.tenantId, async (tx) => {
      for (const table of ['past_answer_word_data', 'past_answer_gram_data']) {
        const blocks = await rawRows(tx, `select hex(block) as block from ${table}`);
        const hex = blocks.map(({ block }) => String(block)).join(' ');
        expect(hex).not.toContain(Buffer.from('zzq').toString('hex').toUpperCase());
        expect(hex).not.toContain(Buffer.from('えた').toString('hex').toUpperCase());
      }
    });
  });

  test('of pairs that say the same three are kept, and how often they were said', async () => {
    await anew(async (tx) => {
      for (let said = 0; said < 6; said += 1) {
        await exchange(
          tx,
          await makeFan(tx),
          'Do you ship?',
          said % 2 ? 'Yes we do!' : 'yes, WE do',
        );
      }
      await readAll(tx);
      const rows = await rawRows(tx, 'select times from past_answer order by id');
      expect(rows).toEqual([{ times: 4 }, { times: 5 }, { times: 6 }]);
    });
  });

  test('whatever happens: as if all were read anew, and both indexes are whole', async () => {
    const text = fc
      .array(fc.constantFrom('blue', 'Éclair', '東京', 'شُكر', 'Ana', '!', '❤️', 'tomorrow'), {
        maxLength: 4,
      })
      .map((words) => words.join(' '));
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), text }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), text }) },
      fc.record({ do: fc.constant('edit' as const), at: fc.nat(12), text }),
      fc.record({ do: fc.constant('take back' as const), at: fc.nat(12) }),
      fc.record({ do: fc.constant('erase' as const), at: fc.nat(12) }),
      fc.record({ do: fc.constant('erase fan' as const) }),
      fc.record({ do: fc.constant('read' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await anew(async (tx) => {
          let fan: FanId = await makeFan(tx, { first: 'Ana' });
          const messages: MessageId[] = [];
          for (const [place, one] of steps.entries()) {
            // Each text once, so that none is a twin.
            if (one.do === 'ask') messages.push(await say(tx, fan, `${one.text} n${place}`));
            else if (one.do === 'answer') messages.push(await answer(tx, fan, one.text));
            else if (one.do === 'read') await readAll(tx);
            else if (one.do === 'erase fan') {
              await tx.db.deleteFrom('fan').where('id', '=', fan).execute();
              fan = await makeFan(tx, { first: 'Ana' });
            } else {
              const id = messages[one.at];
              if (id === undefined) continue;
              if (one.do === 'edit') await edit(tx, id, one.text);
              else if (one.do === 'take back') await takeBack(tx, id);
              else await tx.db.deleteFrom('message').where('id', '=', id).execute();
            }
          }
          const kept = await pairs(tx);
          for (const index of ['past_answer_word', 'past_answer_gram']) {
            await rawRows(
              tx,
              `insert into ${index} (${index}, rank) values ('integrity-check', 1)`,
            );
          }
          await rawRows(tx, 'delete from past_answer');
          await rawRows(tx, "delete from message_cursor where reader = 'answers'");
          expect(kept).toEqual(await pairs(tx));
        });
      }),
      { numRuns: 60 },
    );
  });
});
