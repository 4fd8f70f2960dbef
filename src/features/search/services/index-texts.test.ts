import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatId, FanId, FieldId, MessageId, NoteId, UserId } from '#src/core/ids.ts';
import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { addText } from '#src/storage/full-text.ts';
import { fold } from '../rules/fold.ts';
import { runsOf, wordsOf } from '../rules/words.ts';
import { findHits } from '../queries/find-hits.ts';
import { resolveFan } from './resolve-fan.ts';
import { catchUp } from './index-texts.ts';

const services = {
  clock: systemClock,
  random: systemRandom,
  log: silentLog,
  texts: createTexts(),
};

let storage: TestStorage;
let tenant: TenantRecord;
let users = 5_000_000_000;

beforeAll(async () => {
  storage = await openTestStorage({ inMemory: true });
  tenant = await storage.addTenant();
});

afterAll(async () => {
  await storage[Symbol.asyncDispose]();
});

const transact = <T>(work: (tx: Tx) => Promise<T>) => storage.store.transact(tenant.tenantId, work);

async function indexAll(tx: Tx): Promise<void> {
  while (!(await catchUp(tx, services, 100)));
}

async function find(tx: Tx, text: string) {
  await indexAll(tx);
  return (await findHits.run(tx, { text, page: 0 })).hits;
}

async function makeFan(tx: Tx, name: { first?: string; last?: string; handle?: string } = {}) {
  users += 1;
  const { id } = await tx.db
    .insertInto('fan')
    .values({
      user_id: users as UserId,
      first_name: name.first ?? 'Fan',
      last_name: name.last ?? null,
      username: name.handle ?? null,
      language_code: null,
      reach_at: null,
      source: null,
      first_seen_at: users,
      last_seen_at: users,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.db
    .insertInto('thread')
    .values({
      fan_id: id,
      line: 'bot',
      chat_id: users as ChatId,
      waiting_since: null,
      last_fan_message_at: null,
      last_reply_at: null,
      created_at: 1,
    })
    .execute();
  return id;
}

async function addMessage(tx: Tx, fanId: FanId, text: string): Promise<MessageId> {
  const thread = await tx.db
    .selectFrom('thread')
    .select('id')
    .where('fan_id', '=', fanId)
    .executeTakeFirstOrThrow();
  const { id } = await tx.db
    .insertInto('message')
    .values({
      thread_id: thread.id,
      direction: 'in',
      actor: 'fan',
      author_user_id: null,
      kind: 'text',
      text,
      entities: null,
      media: null,
      album_id: null,
      answers_message_id: null,
      delivery: 'delivered',
      merged_into: null,
      fan_reaction: null,
      creator_reaction: null,
      sent_at: 1,
      edited_at: null,
      deleted_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function addNote(tx: Tx, fanId: FanId, text: string): Promise<NoteId> {
  const values = {
    fan_id: fanId,
    text,
    actor: 'creator',
    author_user_id: null,
    created_at: 1,
    changed_at: null,
  } as const;
  const { id } = await tx.db
    .insertInto('note')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function addField(tx: Tx, key: string): Promise<FieldId> {
  const { id } = await tx.db
    .insertInto('field')
    .values({ key, name: key, type: 'text', choices: null, position: 1, created_at: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function setField(tx: Tx, fanId: FanId, fieldId: FieldId, value: string): Promise<void> {
  const change = { text_value: value, number_value: null, changed_at: 2 };
  await tx.db
    .insertInto('fan_field')
    .values({ fan_id: fanId, field_id: fieldId, actor: 'creator', ...change })
    .onConflict((conflict) => conflict.columns(['fan_id', 'field_id']).doUpdateSet(change))
    .execute();
}

/** Everything that the index knows: each word with the texts and the places in which it stands. */
async function indexed(tx: Tx): Promise<string[]> {
  await rawRows(
    tx,
    'create virtual table temp.words using fts5vocab(main, search_index, instance)',
  );
  const rows = await rawRows(tx, 'select term, doc, "offset" as place from temp.words');
  await rawRows(tx, 'drop table temp.words');
  return rows.map((row) => [row['term'], row['doc'], row['place']].join(' ')).toSorted();
}

/** Empties the index and builds it anew from what is stored. */
async function rebuild(tx: Tx): Promise<void> {
  await rawRows(tx, "insert into search_index (search_index) values ('delete-all')");
  await rawRows(tx, 'delete from search_spelling');
  await rawRows(tx, 'delete from search_name');
  await rawRows(tx, 'delete from message_cursor');
  await rawRows(tx, `insert into search_stale select 'name', id from fan`);
  await rawRows(tx, `insert into search_stale select 'note', id from note`);
  await rawRows(tx, `insert into search_stale select distinct 'fields', fan_id from fan_field`);
  await indexAll(tx);
}

describe('the index', () => {
  test.each([
    ['Das schöne Kleid', 'schone'],
    ['Straße', 'strasse'],
    ['Ещё одна песня', 'еще'],
    ['мой край', 'мой край'],
    ['شُكْرًا يا أحمد', 'شكرا احمد'],
    ['東京タワーで会いたい', '会いたい'],
    ['東京タワーで会いたい', '東京'],
    ['猫が好き', '猫'],
    ['ｶﾒﾗを買った', 'カメラ'],
    ['我喜欢北京烤鸭', '北京'],
    ['서울에서 만나요', '서울'],
    ['ที่นี่อากาศดีมาก', 'อากาศ'],
    ['नमस्ते दुनिया', 'दुनिया'],
    ['שָׁלוֹם', 'שלום'],
    ['iPhoneを3月に', 'iphone 3月'],
    ['I love photography', 'photo'],
    ['snow❤️white', 'snow'],
  ])('finds “%s” by “%s”', async (text, typed) => {
    await transact(async (tx) => {
      const fan = await makeFan(tx);
      await addMessage(tx, fan, text);
      expect(await find(tx, typed)).toContainEqual(
        expect.objectContaining({ kind: 'message', text, fanId: fan }),
      );
    });
  });

  test('puts notes and fields before messages, and the whole words of messages before beginnings', async () => {
    await transact(async (tx) => {
      const fan = await makeFan(tx);
      await addMessage(tx, fan, 'quince tart');
      await addMessage(tx, fan, 'tart with a quince');
      await addMessage(tx, fan, 'quinces in tartlets');
      await addNote(tx, fan, 'likes quince tart');
      await setField(tx, fan, await addField(tx, 'cake'), 'Quince Tart');
      const hits = await find(tx, 'quince tart');
      expect(hits.map((hit) => ('text' in hit ? hit.text : ''))).toEqual([
        'likes quince tart',
        'cake: Quince Tart',
        'quince tart',
        'tart with a quince',
        'quinces in tartlets',
      ]);
    });
  });

  test('no longer knows words that were edited, taken back or erased; nothing of them is left in it', async () => {
    await transact(async (tx) => {
      const fan = await makeFan(tx, { first: 'Gonewithname' });
      const edited = await addMessage(tx, fan, 'zzedited once 消えた言葉');
      const withdrawn = await addMessage(tx, fan, 'zzwithdrawn');
      const kept = await addNote(tx, fan, 'zznote');
      const field = await addField(tx, 'gone');
      await setField(tx, fan, field, 'zzfield');
      await addMessage(tx, fan, 'zzerased');
      await indexAll(tx);
      await tx.db.updateTable('message').set({ text: 'other' }).where('id', '=', edited).execute();
      await tx.db
        .updateTable('message')
        .set({ deleted_at: 5, delivery: 'withdrawn' })
        .where('id', '=', withdrawn)
        .execute();
      await tx.db.updateTable('note').set({ text: 'other' }).where('id', '=', kept).execute();
      await setField(tx, fan, field, 'other');
      const words = (await indexed(tx)).join('\n');
      for (const gone of ['zzedited', '消え', 'zzwithdrawn', 'zznote', 'zzfield']) {
        expect(words).not.toContain(gone);
        expect(await find(tx, gone)).toEqual([]);
      }
      expect((await find(tx, 'other')).map(({ kind }) => kind)).toEqual([
        'note',
        'fields',
        'message',
      ]);

      await tx.db.deleteFrom('fan').where('id', '=', fan).execute();
      for (const typed of ['zzerased', 'gonewithname', 'other']) {
        expect(await find(tx, typed)).toEqual([]);
      }
      const blocks = await rawRows(tx, 'select hex(block) as block from search_index_data');
      const hex = Buffer.from('zz').toString('hex').toUpperCase();
      expect(blocks.filter(({ block }) => String(block).includes(hex))).toEqual([]);
      expect(await rawRows(tx, "select * from search_spelling where words like '%zz%'")).toEqual(
        [],
      );
    });
  });

  test('does not take in what was taken back before it was read', async () => {
    await transact(async (tx) => {
      await indexAll(tx);
      const id = await addMessage(tx, await makeFan(tx), 'neverread');
      await tx.db.updateTable('message').set({ deleted_at: 5 }).where('id', '=', id).execute();
      expect(await find(tx, 'neverread')).toEqual([]);
      await tx.db.updateTable('message').set({ deleted_at: null }).where('id', '=', id).execute();
      expect(await find(tx, 'neverread')).toHaveLength(1);
    });
  });

  test('says what one that is built anew says, whatever was written, changed and erased', async () => {
    const text = fc
      .array(
        fc.constantFrom('blue', 'Éclair', 'ёж', '東京', 'شُكر', 'ab', '!', '❤️', 'straße', '東京都'),
        { maxLength: 5 },
      )
      .map((words) => words.join(' '));
    const step = fc.oneof(
      fc.record({ do: fc.constant('message' as const), text }),
      fc.record({ do: fc.constant('note' as const), text }),
      fc.record({ do: fc.constant('field' as const), text }),
      fc.record({ do: fc.constant('edit' as const), at: fc.nat(9), text }),
      fc.record({ do: fc.constant('withdraw' as const), at: fc.nat(9) }),
      fc.record({ do: fc.constant('erase' as const) }),
      fc.record({ do: fc.constant('index' as const), limit: fc.integer({ min: 1, max: 4 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await transact(async (tx) => {
          await rawRows(tx, 'delete from fan');
          await rawRows(tx, 'delete from field');
          let fan = await makeFan(tx, { first: 'Éva', last: '山田' });
          const field = await addField(tx, 'any');
          const messages: MessageId[] = [];
          for (const one of steps) {
            if (one.do === 'message') messages.push(await addMessage(tx, fan, one.text));
            else if (one.do === 'note') await addNote(tx, fan, one.text);
            else if (one.do === 'field') await setField(tx, fan, field, one.text);
            else if (one.do === 'index') await catchUp(tx, services, one.limit);
            else if (one.do === 'erase') {
              await tx.db.deleteFrom('fan').where('id', '=', fan).execute();
              fan = await makeFan(tx);
            } else {
              const id = messages[one.at];
              const change = one.do === 'edit' ? { text: one.text } : { deleted_at: 7 };
              if (id) await tx.db.updateTable('message').set(change).where('id', '=', id).execute();
            }
          }
          await indexAll(tx);
          await rawRows(
            tx,
            "insert into search_index (search_index, rank) values ('integrity-check', 0)",
          );
          const before = await indexed(tx);
          const names = await rawRows(tx, 'select * from search_name order by word, fan_id');
          await rebuild(tx);
          expect(before).toEqual(await indexed(tx));
          expect(names).toEqual(
            await rawRows(tx, 'select * from search_name order by word, fan_id'),
          );
        });
      }),
      { numRuns: 60 },
    );
  });

  test('nothing that can be typed is an error, and any text is found by its own words', async () => {
    const letters = fc.constantFrom(
      ...Array.from('abcÉßæñüЁйКяأمحّدة東京ーあがカ猫서울ที่नमस्ते🙂❤️ \n"*()^-+:{}\'AND OR NOT NEAR'),
    );
    const known = fc.string({ unit: letters, minLength: 1, maxLength: 40 });
    const anything = fc.oneof(
      known,
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('AND', '"', '*', 'NEAR(a b)', 'words:', '^', '-'),
      fc.constantFrom('a'.repeat(4_000), '猫'.repeat(4_000), 'or '.repeat(1_333)),
    );
    await fc.assert(
      fc.asyncProperty(known, anything, anything, async (said, also, typed) => {
        await transact(async (tx) => {
          await rawRows(tx, 'delete from fan');
          const fan = await makeFan(tx, { first: '\u200b' });
          await addMessage(tx, fan, said);
          await addMessage(tx, fan, also);
          await find(tx, typed);
          await resolveFan(tx, typed);
          if (/[\p{L}\p{N}]/u.test(said)) expect(await find(tx, said)).not.toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a text that is indexed as it is', () => {
  test('is read by the index as search reads it, whatever characters it holds', async () => {
    await transact(async (tx) => {
      await rawRows(tx, 'delete from fan');
      const plain: string[] = [];
      for (let code = 0; code <= 0x1ffff; code += 1) {
        const text = `a${String.fromCodePoint(code)}b`;
        if (wordsOf(text) === null) plain.push(text);
      }
      expect(plain.length).toBeGreaterThan(1_000);
      const expected = new Map<number, string>();
      for (const [index, text] of plain.entries()) {
        const id = 7_000_000 + index;
        await addText(tx, id, text);
        expected.set(
          id,
          runsOf(fold(text))
            .map((run) => run.text)
            .join(' '),
        );
      }
      const found = new Map<number, string[]>();
      for (const row of await indexed(tx)) {
        const [term = '', id, place] = row.split(' ');
        const words = found.get(Number(id)) ?? [];
        words[Number(place)] = term;
        found.set(Number(id), words);
      }
      for (const [id, words] of expected)
        expect([id, found.get(id)?.join(' ')]).toEqual([id, words]);
      await rawRows(tx, "insert into search_index (search_index) values ('delete-all')");
    });
  });
});

describe('a fan is meant', () => {
  test('by Telegram id, by the handle of now, by beginnings of the name in any order', async () => {
    await transact(async (tx) => {
      await rawRows(tx, 'delete from fan');
      const anna = await makeFan(tx, { first: 'Anna', last: 'Ruiz', handle: 'OldHandle' });
      const other = await makeFan(tx, { first: 'Anna', last: 'Ruiz', handle: 'second_anna' });
      const yamada = await makeFan(tx, { first: '山田太郎' });
      const ids = async (typed: string) => (await resolveFan(tx, typed)).fans.map(({ id }) => id);
      // Both before and after the names are indexed.
      for (const step of ['before', 'after']) {
        if (step === 'after') await indexAll(tx);
        expect(await ids(String(users))).toEqual([yamada]);
        expect(await ids(`#${users}`)).toEqual([yamada]);
        expect(await ids('@oldhandle')).toEqual([anna]);
        expect(await ids('ru ann')).toEqual([other, anna]);
        expect(await ids('太郎')).toEqual([yamada]);
        expect(await ids('second')).toEqual([other]);
        expect(await ids('nobody')).toEqual([]);
        expect(await ids('"*')).toEqual([]);
      }
      await tx.db
        .updateTable('fan')
        .set({ username: 'newhandle', first_name: 'Berta' })
        .where('id', '=', anna)
        .execute();
      expect(await ids('@newhandle')).toEqual([anna]);
      expect(await ids('@oldhandle')).toEqual([]);
      expect(await ids('berta')).toEqual([anna]);
      expect(await ids('anna ruiz')).toEqual([other]);
    });
  });

  test('by a handle that they had before, sooner than who is only called alike', async () => {
    await transact(async (tx) => {
      await rawRows(tx, 'delete from fan');
      const berta = await makeFan(tx, { first: 'Berta', handle: 'berta' });
      const roth = await makeFan(tx, { first: 'Ana', last: 'Roth' });
      const handles = ['ana_r', 'rothko'].map((handle) => ({ fan_id: berta, handle, left_at: 1 }));
      await tx.db.insertInto('former_handle').values(handles).execute();
      await indexAll(tx);
      const found = async (typed: string) => {
        const { fans, by } = await resolveFan(tx, typed);
        return [by, ...fans.map(({ id }) => id)];
      };
      expect(await found('@ana_r')).toEqual(['former', berta]);
      expect(await found('Ana_R')).toEqual(['former', berta]);
      expect(await found('@rothko')).toEqual(['former', berta]);
      expect(await found('rothko')).toEqual(['former', berta]);
      expect(await found('@ber')).toEqual(['now', berta]);
      expect(await found('ana r')).toEqual(['now', roth]);
      const names = async (typed: string) =>
        (await find(tx, typed)).flatMap((hit) => (hit.kind === 'name' ? [hit.fanId] : []));
      expect(await names('@ana_r')).toEqual([berta, roth]);
      expect(await names('ana r')).toEqual([roth]);
      // Who has the handle now is meant, and nobody who had it before.
      const now = await makeFan(tx, { first: 'Carla', handle: 'ana_r' });
      await indexAll(tx);
      expect(await found('@ana_r')).toEqual(['now', now]);
      expect(await names('@ana_r')).not.toContain(berta);
    });
  });

  test('by six names at most, whole words and who was seen last first', async () => {
    await transact(async (tx) => {
      await rawRows(tx, 'delete from fan');
      const first = await makeFan(tx, { first: 'Mia' });
      for (let more = 0; more < 9; more += 1) await makeFan(tx, { first: 'Miavera' });
      await indexAll(tx);
      const found = (await resolveFan(tx, 'mia')).fans;
      expect(found).toHaveLength(6);
      expect(found[0]?.id).toBe(first);
      expect(found[1]?.userId).toBe(users);
    });
  });
});
