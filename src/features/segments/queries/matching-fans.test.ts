import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChatId, FanId, FieldId, TagId, ThreadId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { catchUp } from '#src/features/search/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import {
  anyFan,
  anyFilter,
  matches,
  moment,
  names,
  type PlainFan,
} from '#test/support/naive-segments.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import type { Filter } from '../rules/filter.ts';
import { countFans, someFans } from './matching-fans.ts';

let storage: TestStorage;
let tenant: TenantRecord;
let users = 5_000_000_000;

beforeAll(async () => {
  storage = await openTestStorage({ inMemory: true });
  tenant = await storage.addTenant();
  await transact(async (tx) => {
    for (const { id, name } of names.tags) {
      const row = { key: name, name, emoji: null, created_at: 1 };
      await tx.db
        .insertInto('tag')
        .values({ id, ...row })
        .execute();
    }
    for (const { id, key, name, type, choices } of names.fields) {
      const row = { key, name, type, choices: JSON.stringify(choices), position: id };
      await tx.db
        .insertInto('field')
        .values({ id, ...row, created_at: 1 })
        .execute();
    }
  });
});

afterAll(async () => {
  await storage[Symbol.asyncDispose]();
});

const transact = <T>(work: (tx: Tx) => Promise<T>) => storage.store.transact(tenant.tenantId, work);

async function addFan(tx: Tx, fan: PlainFan): Promise<FanId> {
  users += 1;
  const { id } = await tx.db
    .insertInto('fan')
    .values({
      user_id: users as UserId,
      first_name: fan.firstName,
      last_name: fan.lastName,
      username: fan.username,
      language_code: fan.language,
      reach: fan.reach,
      reach_at: null,
      source: fan.source,
      first_seen_at: fan.firstSeenAt,
      last_seen_at: fan.lastSeenAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const threadId = await addThread(tx, id, fan);
  await addActivity(tx, id, fan);
  await addMemory(tx, id, fan);
  await addNoted(tx, { fanId: id, threadId }, fan);
  return id;
}

async function addThread(tx: Tx, fanId: FanId, fan: PlainFan): Promise<ThreadId> {
  const { id } = await tx.db
    .insertInto('thread')
    .values({
      fan_id: fanId,
      line: 'bot',
      chat_id: users as ChatId,
      waiting_since: fan.waitingSince,
      last_fan_message_at: 2,
      last_reply_at: 1,
      created_at: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (fan.snoozedUntil === null) return id;
  const until = fan.snoozedUntil === 'they-write' ? null : fan.snoozedUntil;
  await tx.db
    .insertInto('snooze')
    .values({ thread_id: id, until_at: until, created_at: 5 })
    .execute();
  return id;
}

async function addActivity(tx: Tx, fanId: FanId, { stage, amounts }: PlainFan): Promise<void> {
  // The row of who was never read of stays as it was made with the fan.
  if (stage === 'new' && amounts.score === 40) return;
  await tx.db
    .updateTable('fan_activity')
    .set({
      in_count: amounts.in,
      out_count: amounts.out,
      recent_count: amounts.recent,
      stage,
      score: amounts.score,
    })
    .where('fan_id', '=', fanId)
    .execute();
}

async function addMemory(tx: Tx, fanId: FanId, fan: PlainFan): Promise<void> {
  const by = { fan_id: fanId, actor: 'creator' } as const;
  const written = { author_user_id: null, created_at: 1 };
  for (const tag of fan.tags) {
    const tagged = { ...by, tag_id: tag as TagId, created_at: 1 };
    await tx.db.insertInto('fan_tag').values(tagged).execute();
  }
  for (const [field, value] of Object.entries(fan.values)) {
    const text = typeof value === 'string' ? value : null;
    const columns = { text_value: text, number_value: text === null ? Number(value) : null };
    const filled = { ...by, field_id: Number(field) as FieldId, ...columns, changed_at: 1 };
    await tx.db.insertInto('fan_field').values(filled).execute();
  }
  for (let note = 0; note < fan.notes; note += 1) {
    const row = { ...by, ...written, text: 'x', changed_at: null };
    await tx.db.insertInto('note').values(row).execute();
  }
  for (const { dueAt, open } of fan.followups) {
    const state = open ? ('open' as const) : ('done' as const);
    const row = { ...by, ...written, text: 'x', due_at: dueAt, state };
    await tx.db
      .insertInto('followup')
      .values({ ...row, told_at: null, finished_at: null })
      .execute();
  }
  for (const { month, day } of fan.dates) {
    const row = { ...by, label: 'x', month, day, year: null, created_at: 1 };
    await tx.db.insertInto('important_date').values(row).execute();
  }
}

/** What AI noted of a fan, and whether they let it. */
async function addNoted(
  tx: Tx,
  { fanId, threadId }: { fanId: FanId; threadId: ThreadId },
  fan: PlainFan,
): Promise<void> {
  if (fan.ai !== 'never') {
    const back = fan.ai === 'back' ? 2 : null;
    const optOut = { fan_id: fanId, opted_out_at: 1, taken_back_at: back };
    await tx.db.insertInto('ai_opt_out').values(optOut).execute();
  }
  if (fan.facts === 0 && !fan.summary) return;
  await rawRows(
    tx,
    `insert into message (thread_id, direction, actor, kind, delivery, sent_at)
      values (${threadId}, 'in', 'fan', 'text', 'delivered', 1)`,
  );
  const [message] = await rawRows(tx, 'select max(id) as id from message');
  const of = `${fanId}, ${Number(message?.['id'])}`;
  for (let fact = 0; fact < fan.facts; fact += 1) {
    await rawRows(
      tx,
      `insert into fact (fan_id, message_id, subject, text, actor, created_at)
        values (${of}, 'home', 'x', 'automation', 1)`,
    );
  }
  if (fan.summary) {
    await rawRows(
      tx,
      `insert into fan_summary (fan_id, message_id, text, actor, created_at)
        values (${of}, 'x', 'automation', 1)`,
    );
  }
}

test('finds who matches by the plain meaning of the filter, and nobody whose account is gone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyFan, { maxLength: 40 }),
      fc.array(anyFilter(), { minLength: 20, maxLength: 20 }),
      async (fans, filters) => {
        await transact(async (tx) => {
          await rawRows(tx, 'delete from fan');
          const ids: FanId[] = [];
          for (const [at, fan] of fans.entries()) {
            ids.push(await addFan(tx, fan));
            // Of some the names are known to search by now, of others they are not yet.
            if (at === Math.floor(fans.length / 2)) await catchUp(tx, {} as Services, 1_000);
          }
          for (const filter of filters) {
            const expected = ids.filter((_, at) => matches(filter, fans[at] as PlainFan));
            const asked = { filter, moment };
            const found = await someFans.run(tx, { ...asked, limit: 1_000 });
            expect(found.fans.toSorted((a, b) => a - b)).toEqual(expected);
            expect(found.count).toBe(expected.length);
            expect(await countFans.run(tx, asked)).toBe(expected.length);
          }
        });
      },
    ),
    { numRuns: 25 },
  );
}, 30_000);

test('shows who was seen last, as many as asked for, and forgets who is erased', async () => {
  await transact(async (tx) => {
    await rawRows(tx, 'delete from fan');
    const [plain] = fc.sample(anyFan, 1) as [PlainFan];
    const seen = (lastSeenAt: number) => addFan(tx, { ...plain, reach: 'open', lastSeenAt });
    const ids = [await seen(10), await seen(30), await seen(20)];
    const asked = { filter: { all: [] }, moment, limit: 2 };
    expect(await someFans.run(tx, asked)).toEqual({ count: 3, fans: [ids[1], ids[2]] });
    await tx.db
      .deleteFrom('fan')
      .where('id', '=', ids[1] as FanId)
      .execute();
    expect(await someFans.run(tx, asked)).toEqual({ count: 2, fans: [ids[2], ids[0]] });
  });
});

test('follows who is renamed, and whose facts are deleted one by one', async () => {
  await transact(async (tx) => {
    await rawRows(tx, 'delete from fan');
    const [plain] = fc.sample(anyFan, 1) as [PlainFan];
    const named = { firstName: 'Anna', lastName: null, username: null };
    const id = await addFan(tx, { ...plain, ...named, reach: 'open', facts: 2, summary: true });
    const count = (filter: Filter) => countFans.run(tx, { filter, moment });
    expect(await count({ is: 'summary' })).toBe(1);
    const anna: Filter = { is: 'name', text: 'ann' };
    expect(await count(anna)).toBe(1);
    await catchUp(tx, {} as Services, 1_000);
    expect(await count(anna)).toBe(1);
    await tx.db.updateTable('fan').set({ first_name: '山田花子' }).where('id', '=', id).execute();
    expect([await count(anna), await count({ is: 'name', text: '田花' })]).toEqual([0, 1]);
    await catchUp(tx, {} as Services, 1_000);
    expect([await count(anna), await count({ is: 'name', text: '田花' })]).toEqual([0, 1]);
    for (const left of [1, 0]) {
      await rawRows(tx, 'delete from fact where id = (select min(id) from fact)');
      expect(await count({ is: 'facts' })).toBe(left);
    }
    await rawRows(tx, 'delete from fan_summary');
    expect(await count({ is: 'summary' })).toBe(0);
  });
});

test('asks narrow indexes only, never a whole table of fans or their activity', async () => {
  await transact(async (tx) => {
    const plans = await Promise.all(
      [
        "select group_concat(id) from fan where language_code = 'de' collate nocase",
        'select group_concat(id) from fan where last_seen_at >= 5',
        'select group_concat(id) from fan where (username is not null) = 1',
        'select group_concat(id) from fan',
        "select group_concat(id) from fan where reach = 'gone'",
        "select group_concat(fan_id) from fan_activity where stage = 'vip'",
        'select group_concat(fan_id) from fan_activity where in_count > 5',
        'select group_concat(fan_id) from fan_field where field_id = 1 and number_value >= 5',
        'select group_concat(fan_id) from thread where waiting_since is not null and waiting_since <= 5',
        'select group_concat(fan_id) from note',
      ].map(async (query) => await rawRows(tx, `explain query plan ${query}`)),
    );
    for (const [step] of plans) expect(step?.['detail']).toMatch(/USING COVERING INDEX/);
  });
});
