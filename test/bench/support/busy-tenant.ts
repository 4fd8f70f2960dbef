import { sql } from 'kysely';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { catchUp } from '#src/features/search/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { type TextMaker, textMaker } from './made-up-text.ts';

/** How much a tenant has. */
export interface BusySize {
  readonly fans: number;
  readonly messages: number;
}

const dayMs = 86_400_000;
/** How long ago the first fan came. */
const historyMs = 400 * dayMs;
/** Rows of one statement, texts indexed in one transaction. */
const atOnce = 5_000;

const tags = [
  'vip',
  'photos',
  'concert',
  'patreon',
  'tips',
  'berlin',
  'madrid',
  'moscow',
  'gift',
  'late',
];
const emoji = ['🔴', '🟠', '🟡', '🟢', '🔵', '🟣'];

/**
 * Fills a tenant as a busy creator's file is after a year: fans in several languages, of whom few write much and most
 * write little, messages both ways, tags, notes, fields, dates, follow-ups, activity, and all of it indexed.
 */
export async function fillBusyTenant(
  storage: Storage,
  tenantId: TenantId,
  size: BusySize,
): Promise<void> {
  const maker = textMaker();
  const now = Date.now();
  await storage.store.transact(tenantId, async (tx) => {
    // For this connection alone, which ends when the file is filled.
    await sql`pragma cache_size = -1000000`.execute(tx.db);
    await addFans(tx, maker, size, now);
    await addMessages(tx, maker, size, now);
    await addMemory(tx, maker, size, now);
    await addNoted(tx, now);
    await addActivity(tx, now);
    await sql`insert into message_cursor (reader, message_id)
      select value, (select max(id) from message) from json_each('["activity", "transfer", "answers"]')
      where true on conflict do nothing`.execute(tx.db);
  });
  const services = {
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    texts: createTexts(),
  };
  while (!(await storage.store.transact(tenantId, (tx) => catchUp(tx, services, atOnce))));
}

async function addFans(tx: Tx, maker: TextMaker, { fans }: BusySize, now: number): Promise<void> {
  const start = now - historyMs;
  await inParts(fans, async (from, to) => {
    const rows = range(from, to).map((index) => {
      const language = maker.languageOf(index);
      const { first, last } = maker.name(language);
      const handle = maker.below(10) < 7 ? `fan_${index}_${maker.below(1_000)}` : null;
      const source = maker.below(4) === 0 ? `src_${maker.below(12)}` : null;
      const seen = start + Math.floor((historyMs * index) / fans);
      return [5_100_000_000 + index * 17_999, first, last, handle, language.tag, source, seen];
    });
    await sql`insert into fan
        (user_id, first_name, last_name, username, language_code, source, first_seen_at, last_seen_at)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 6
      from json_each(${JSON.stringify(rows)})`.execute(tx.db);
  });
  await sql`update fan set reach = 'blocked', reach_at = ${now} where id % 20 = 7`.execute(tx.db);
  await sql`insert into thread (fan_id, line, chat_id, created_at)
    select id, 'bot', user_id, first_seen_at from fan`.execute(tx.db);
}

async function addMessages(
  tx: Tx,
  maker: TextMaker,
  { fans, messages }: BusySize,
  now: number,
): Promise<void> {
  const start = now - historyMs;
  await inParts(messages, async (from, to) => {
    const rows = range(from, to).map((index) => {
      // One fan in a hundred writes a fifth of everything.
      const fan = Math.floor(fans * (maker.below(1_000_000) / 1_000_000) ** 3);
      const out = maker.below(10) < 3;
      const sentAt = start + Math.floor((historyMs * index) / messages);
      const text = maker.message(maker.languageOf(fan));
      return [fan + 1, out ? 'out' : 'in', out ? 'creator' : 'fan', text, sentAt];
    });
    await sql`insert into message (thread_id, direction, actor, kind, text, delivery, sent_at)
      select value ->> 0, value ->> 1, value ->> 2, 'text', value ->> 3, 'delivered', value ->> 4
      from json_each(${JSON.stringify(rows)})`.execute(tx.db);
  });
  await sql`update thread set (last_fan_message_at, last_reply_at) = (
      select max(iif(direction = 'in', sent_at, null)), max(iif(direction = 'out', sent_at, null))
      from message where thread_id = thread.id)`.execute(tx.db);
  await sql`update fan set last_seen_at = max(first_seen_at, coalesce(
      (select last_fan_message_at from thread where fan_id = fan.id), 0))`.execute(tx.db);
  // Of those who wrote last, some wait.
  await sql`update thread set waiting_since = last_fan_message_at
    where id % 3 = 0 and last_fan_message_at > coalesce(last_reply_at, 0)
      and last_fan_message_at > ${now - 60 * dayMs}`.execute(tx.db);
  await sql`insert into snooze (thread_id, until_at, created_at)
    select id, ${now + dayMs}, ${now} from thread where waiting_since is not null and id % 10 = 0`.execute(
    tx.db,
  );
}

async function addMemory(tx: Tx, maker: TextMaker, { fans }: BusySize, now: number): Promise<void> {
  const tagRows = tags.map((name, index) => [name, emoji[index % emoji.length]]);
  await sql`insert into tag (key, name, emoji, created_at)
    select value ->> 0, value ->> 0, value ->> 1, ${now} from json_each(${JSON.stringify(tagRows)})`.execute(
    tx.db,
  );
  await sql`insert into fan_tag (fan_id, tag_id, actor, created_at)
    select fan.id, tag.id, 'creator', ${now} from fan join tag on (fan.id * 7 + tag.id * 13) % 17 = 0`.execute(
    tx.db,
  );
  await sql`insert into field (key, name, type, choices, position, created_at) values
    ('city', 'City', 'text', null, 1, ${now}), ('age', 'Age', 'number', null, 2, ${now}),
    ('since', 'Subscriber since', 'date', null, 3, ${now}),
    ('size', 'Size', 'choice', '["S","M","L"]', 4, ${now})`.execute(tx.db);
  await sql`insert into fan_field (fan_id, field_id, text_value, number_value, actor, changed_at)
    select fan.id, field.id,
      case field.key when 'city' then substr('Berlin Madrid Moscow Tokyo  ', 1 + fan.id % 4 * 7, 6)
        when 'since' then date(fan.first_seen_at / 1000, 'unixepoch') when 'size' then 'M' end,
      iif(field.key = 'age', 18 + fan.id % 50, null), 'creator', ${now}
    from fan join field on (fan.id + field.id) % 5 = 0`.execute(tx.db);
  await inParts(Math.floor(fans / 2), async (from, to) => {
    const rows = range(from, to).map((index) => [
      1 + maker.below(fans),
      maker.message(maker.languageOf(index)),
    ]);
    await sql`insert into note (fan_id, text, actor, created_at)
      select value ->> 0, value ->> 1, 'creator', ${now} from json_each(${JSON.stringify(rows)})`.execute(
      tx.db,
    );
  });
  await sql`insert into important_date (fan_id, label, month, day, year, actor, created_at)
    select id, 'Birthday', 1 + id % 12, 1 + id % 28, null, 'creator', ${now} from fan where id % 20 = 3`.execute(
    tx.db,
  );
  await sql`insert into followup (fan_id, text, due_at, state, actor, created_at)
    select id, 'Write back', ${now} + (id % 1000 - 100) * 3600000, iif(id % 40 = 5, 'open', 'done'), 'creator', ${now}
    from fan where id % 10 = 5`.execute(tx.db);
}

/** What AI noted of fans, and who keeps out of it. */
async function addNoted(tx: Tx, now: number): Promise<void> {
  // Twelve of each fan at most are kept.
  await sql`insert into fact (fan_id, message_id, subject, text, actor, created_at)
    select fan_id, id, 'other', substr(text, 1, 80), 'automation', ${now}
    from (select thread.fan_id, message.id, message.text,
        row_number() over (partition by thread.id order by message.id desc) as nth
      from message join thread on thread.id = message.thread_id where message.direction = 'in')
    where nth % 5 = 1 and nth <= 60`.execute(tx.db);
  await sql`insert into fan_summary (fan_id, message_id, text, actor, created_at)
    select fan_id, max(message_id), group_concat(substr(text, 1, 40)), 'automation', ${now}
    from (select fan_id, message_id, text, row_number() over (partition by fan_id) as nth from fact)
    where nth <= 4 group by fan_id`.execute(tx.db);
  await sql`insert into ai_opt_out (fan_id, opted_out_at, taken_back_at)
    select id, ${now}, iif(id % 40 = 1, ${now}, null) from fan where id % 20 = 1`.execute(tx.db);
}

async function addActivity(tx: Tx, now: number): Promise<void> {
  const recent = now - 30 * dayMs;
  await sql`insert or replace into fan_activity
      (fan_id, in_count, out_count, recent_count, last_in_at, last_out_at, stage, stage_since, score, check_at)
    select fan_id, ins, outs, recent, last_in, last_out,
      case when recent >= 20 then 'vip' when recent > 0 then 'active' when ins = 0 then 'new'
        when last_in > ${now - 90 * dayMs} then 'cooling' else 'lost' end,
      ${now}, min(100, recent * 3 + ins / 10), ${now} + fan_id % 30 * ${sql.lit(dayMs)}
    from (select thread.fan_id, coalesce(sum(direction = 'in'), 0) as ins, coalesce(sum(direction = 'out'), 0) as outs,
        coalesce(sum(direction = 'in' and sent_at > ${recent}), 0) as recent,
        max(iif(direction = 'in', sent_at, null)) as last_in, max(iif(direction = 'out', sent_at, null)) as last_out
      from thread left join message on message.thread_id = thread.id group by thread.fan_id)`.execute(
    tx.db,
  );
  await sql`insert into fan_day (fan_id, day, in_count, out_count)
    select thread.fan_id, sent_at / ${sql.lit(dayMs)}, sum(direction = 'in'), sum(direction = 'out')
    from message join thread on thread.id = message.thread_id group by 1, 2`.execute(tx.db);
  await sql`insert into quarter (at, direction, count)
    select sent_at / 900000 * 900000, direction, count(*) from message group by 1, 2`.execute(
    tx.db,
  );
  await sql`insert into response (thread_id, asked_at, answered_at)
    select thread_id, sent_at - (id % 500) * 60000, sent_at from message where direction = 'out' and id % 2 = 0`.execute(
    tx.db,
  );
}

async function inParts(
  count: number,
  work: (from: number, to: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < count; from += atOnce) await work(from, Math.min(count, from + atOnce));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
