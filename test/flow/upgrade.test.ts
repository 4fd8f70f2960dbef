import { expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import { nextRunAt } from '#src/jobs/job-queries.ts';
import { exchange, makeFan, say } from '#test/support/answer-bed.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';

const beforeReaders = tenantMigrations.slice(0, 8);
const jobsOf = `select kind, state from job order by kind`;

test('what was written before there were readers is read after the upgrade, though nobody writes any more', async () => {
  await using storage = await openTestStorage({ migrations: beforeReaders });
  const luna = await storage.addTenant();
  const empty = await storage.addTenant();
  await storage.store.transact(luna.tenantId, async (tx) => {
    for (const text of [
      `insert into fan (user_id, first_name, first_seen_at, last_seen_at) values (1, 'Ana', 1000, 2000)`,
      `insert into thread (fan_id, line, chat_id, created_at) values (1, 'bot', 1, 1000)`,
      `insert into message (thread_id, direction, actor, kind, delivery, sent_at)
        values (1, 'in', 'fan', 'text', 'delivered', 2000)`,
    ]) {
      await rawRows(tx, text);
    }
  });
  await storage.reopen({ migrations: tenantMigrations });
  await storage.migrator.migrateAll();
  await storage.store.transact(luna.tenantId, async (tx) => {
    expect(await rawRows(tx, jobsOf)).toEqual([
      { kind: 'read-messages', state: 'waiting' },
      { kind: 'stages', state: 'waiting' },
    ]);
    expect(await nextRunAt(tx)).toBe(2000);
    expect(await rawRows(tx, 'select stage, stage_since, in_count from fan_activity')).toEqual([
      { stage: 'new', stage_since: 1000, in_count: 0 },
    ]);
  });
  await storage.store.transact(empty.tenantId, async (tx) => {
    expect(await rawRows(tx, jobsOf)).toEqual([]);
  });
});

test('of drafts from before it was counted it is known what was offered, what stayed, and what was written instead', async () => {
  const before = tenantMigrations.filter(({ number }) => number < 27);
  await using storage = await openTestStorage({ migrations: before });
  const luna = await storage.addTenant();
  await storage.store.transact(luna.tenantId, async (tx) => {
    for (const text of [
      `insert into fan (user_id, first_name, first_seen_at, last_seen_at) values (1, 'Ana', 1, 1)`,
      `insert into thread (fan_id, line, chat_id, created_at) values (1, 'bot', 1, 1)`,
      `insert into message (thread_id, direction, actor, kind, text, delivery, sent_at) values
        (1, 'in', 'fan', 'text', 'hello', 'delivered', 1),
        (1, 'out', 'creator', 'text', 'Thank you ❤', 'delivered', 2),
        (1, 'out', 'creator', 'text', 'Thanks!', 'delivered', 3),
        (1, 'out', 'member', 'text', 'By hand', 'delivered', 4)`,
      `insert into draft (thread_id, message_id, state, created_at, ended_at, receipt) values
        (1, 1, 'sent', 1, 2, '{"provider":"groq"}'), (1, 1, 'edited', 1, 3, null),
        (1, 1, 'stale', 1, 4, null), (1, 1, 'stale', 1, 5, null)`,
      `insert into draft_choice (draft_id, place, round, text, origin) values
        (1, 0, 1, 'Hi', 'llm'), (1, 1, 1, 'Thank you ❤', 'llm'), (2, 0, 1, 'Thank you', 'llm'),
        (2, 1, 1, 'Thanks!', 'edited')`,
      `insert into draft_sent (message_id, draft_id, edited) values (2, 1, 0), (3, 2, 1)`,
    ]) {
      await rawRows(tx, text);
    }
  });
  await storage.reopen({ migrations: tenantMigrations });
  await storage.migrator.migrateAll();
  await storage.store.transact(luna.tenantId, async (tx) => {
    expect(await rawRows(tx, 'select offered, final_message_id from draft order by id')).toEqual([
      { offered: 13, final_message_id: null },
      { offered: 9, final_message_id: null },
      { offered: 0, final_message_id: 4 },
      { offered: 0, final_message_id: null },
    ]);
    expect(await rawRows(tx, 'select draft_id, place, kept from draft_sent')).toEqual([
      { draft_id: 1, place: 1, kept: 11 },
      { draft_id: 2, place: null, kept: null },
    ]);
    expect(await rawRows(tx, 'select draft_id, receipt from draft_receipt')).toEqual([
      { draft_id: 1, receipt: '{"provider":"groq"}' },
    ]);
  });
});

test.each([
  ['rows', []],
  [
    'bits',
    [
      'drop table fan_with_facts',
      'create table fan_with_facts (part integer not null primary key, bits integer not null) strict',
    ],
  ],
])(
  'who has facts and a summary is known from before it was kept as bits, when it was kept as %s',
  async (_, changes) => {
    const before = tenantMigrations.filter(({ number }) => number < 36);
    await using storage = await openTestStorage({ migrations: before });
    const { tenantId } = await storage.addTenant();
    await storage.store.transact(tenantId, async (tx) => {
      for (const text of [
        `insert into fan (user_id, first_name, first_seen_at, last_seen_at)
        with recursive n (i) as (select 1 union all select i + 1 from n where i < 40) select i, 'Ana', 1, 1 from n`,
        `insert into thread (fan_id, line, chat_id, created_at) select id, 'bot', id, 1 from fan`,
        `insert into message (thread_id, direction, actor, kind, text, delivery, sent_at)
        select id, 'in', 'fan', 'text', 'hello', 'delivered', 1 from thread`,
        `insert into fact (fan_id, message_id, subject, text, actor, created_at)
        select id, id, 'other', 'likes tea', 'automation', 1 from fan where id in (2, 31, 33)`,
        `insert into fan_summary (fan_id, message_id, text, actor, created_at)
        select id, id, 'writes at night', 'automation', 1 from fan where id in (1, 40)`,
        ...changes,
      ]) {
        await rawRows(tx, text);
      }
    });
    await storage.reopen({ migrations: tenantMigrations });
    await storage.migrator.migrateAll();
    await storage.store.transact(tenantId, async (tx) => {
      await rawRows(tx, 'delete from fact where fan_id = 31');
      expect(await rawRows(tx, 'select part, bits from fan_with_facts')).toEqual([
        { part: 0, bits: 2 ** 2 },
        { part: 1, bits: 2 ** 1 },
      ]);
      expect(await rawRows(tx, 'select part, bits from fan_with_summary')).toEqual([
        { part: 0, bits: 2 ** 1 },
        { part: 1, bits: 2 ** 8 },
      ]);
    });
  },
);

test('what was answered before the upgrade is found by what the answer says', async () => {
  const before = tenantMigrations.filter(({ number }) => number < 37);
  await using storage = await openTestStorage({ migrations: before });
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    const fan = await makeFan(tx);
    await exchange(tx, fan, 'and now?', 'Das Strickmuster liegt bei');
    await rawRows(
      tx,
      `insert into past_answer (message_id, fan_text, reply_text, words, reusable, twin, times, answered_at)
        select id, 'and now?', text, 'and now', 1, 'x', 1, 1 from message where direction = 'out' returning id`,
    );
  });
  await storage.reopen({ migrations: tenantMigrations });
  await storage.migrator.migrateAll();
  const found = () =>
    storage.store.transact(tenantId, (tx) =>
      rawRows(
        tx,
        `select rowid from past_answer_reply where past_answer_reply match '"mus" AND "ter"'`,
      ),
    );
  expect(await found()).toHaveLength(1);
  await storage.store.transact(tenantId, (tx) =>
    rawRows(tx, `delete from message where direction = 'out' returning id`),
  );
  expect(await found()).toEqual([]);
});

test('signs of a minor from before they were kept are read after the upgrade, though nobody writes any more', async () => {
  const before = tenantMigrations.filter(({ number }) => number < 38);
  await using storage = await openTestStorage({ migrations: before });
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    await say(tx, await makeFan(tx), 'i am 14');
    await rawRows(tx, `delete from job`);
  });
  await storage.reopen({ migrations: tenantMigrations });
  await storage.migrator.migrateAll();
  await storage.store.transact(tenantId, async (tx) => {
    expect(await rawRows(tx, jobsOf)).toEqual([{ kind: 'read-messages', state: 'waiting' }]);
  });
});

test('checks against lists refuse after the upgrade what they refused before', async () => {
  const upTo = (last: number) => tenantMigrations.filter(({ number }) => number <= last);
  await using storage = await openTestStorage({ migrations: upTo(38) });
  const { tenantId } = await storage.addTenant();
  const inTenant = (text: string) => storage.store.transact(tenantId, (tx) => rawRows(tx, text));
  const schema = async () =>
    (await inTenant('select name, sql from sqlite_schema order by type, name')).map(
      ({ name, sql }) => [name, String(sql)] as const,
    );
  const asComparisons = (await schema()).map(([name, text]) => [name, compared(text)]);
  await storage.store.transact(tenantId, async (tx) => {
    await say(tx, await makeFan(tx), 'hello');
  });
  await storage.reopen({ migrations: upTo(39) });
  await storage.migrator.migrateAll();
  expect(await schema()).toEqual(asComparisons);
  expect(await inTenant('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  const setTo = (delivery: string) =>
    inTenant(`update message set delivery = '${delivery}' returning text`);
  for (const one of [
    'waiting',
    'queued',
    'merged',
    'failed',
    'unknown',
    'withdrawn',
    'delivered',
  ]) {
    expect(await setTo(one)).toEqual([{ text: 'hello' }]);
  }
  await expect(setTo('lost')).rejects.toMatchObject({ code: 'storage.constraint' });
});

test('no check names a list of more than two values, of which SQLite would make a b-tree for each row', async () => {
  await using storage = await openTestStorage();
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    const tables = await rawRows(tx, `select sql from sqlite_schema where type = 'table'`);
    const texts = tables.map(({ sql }) => String(sql));
    expect(texts.filter((text) => compared(text) !== text)).toEqual([]);
    const steps = await rawRows(tx, `explain update message set actor = 'fan' where id = 1`);
    expect(steps.map(({ opcode }) => opcode)).not.toContain('OpenEphemeral');
  });
});

/** A table's text with each list of more than two values as comparisons. */
function compared(text: string): string {
  return text.replaceAll(
    /(\w+) in \(([^()]*,[^()]*,[^()]*)\)/g,
    (_, column: string, values: string) =>
      values
        .split(/,\s*/)
        .map((value) => `${column} = ${value}`)
        .join(' or '),
  );
}
