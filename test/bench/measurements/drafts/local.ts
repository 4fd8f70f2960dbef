import { sql } from 'kysely';
import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { answersReader, examplesFor, nearestAnswers } from '#src/features/answers/index.ts';
import { readNew } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { createTexts } from '#src/telegram/texts.ts';
import type { Figure } from '../../measurement.ts';
import type { TextMaker } from '../../support/made-up-text.ts';
import { median, percentile } from '../../support/stats.ts';
import type { Bed } from '../know-every-fan/bed.ts';

const sizes = {
  full: { pairs: 50_000, asked: 600, fans: 2_000, before: 40 },
  tiny: { pairs: 60, asked: 3, fans: 20, before: 1 },
};

/** Messages read in one transaction while the file is filled. */
const atOnce = 5_000;
const savedReplies = 100;

/** Drafts without a model: the nearest of 50,000 past answers, and the examples for a prompt, one read after another. */
export async function measureLocalDrafts(bed: Omit<Bed, 'services'>): Promise<readonly Figure[]> {
  const { storage, tenantId, maker, scale, tell } = bed;
  const { pairs, asked, fans, before } = sizes[scale];
  const started = performance.now();
  await storage.store.transact(tenantId, (tx) => addHistory(tx, maker, { pairs, fans }));
  const services = {
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    texts: createTexts(),
  };
  const readSome = (tx: Tx) => readNew(tx, answersReader, services, atOnce);
  while (!(await storage.store.transact(tenantId, readSome)));
  tell(`${pairs} pairs in ${((performance.now() - started) / 1000).toFixed(1)} s`);

  const texts = Array.from({ length: asked }, (_, index) => maker.message(maker.languageOf(index)));
  const figures: Figure[] = [];
  for (const [what, read, title] of [
    [
      'local',
      (text: string) => storage.store.readLong(tenantId, nearestAnswers, { text, limit: 6 }),
      `nearest of ${pairs} past answers, p99`,
    ],
    [
      'examples',
      (text: string) => storage.store.readLong(tenantId, examplesFor, { text, limit: 8 }),
      `examples out of ${pairs} past answers, p99`,
    ],
  ] as const) {
    // The threads are started, have the file open and have what tells languages apart.
    for (const text of texts.slice(0, before)) await read(text);
    const took: number[] = [];
    let found = 0;
    for (const text of texts) {
      const start = performance.now();
      found += (await read(text)).length;
      took.push(performance.now() - start);
    }
    const p99 = percentile(took, 0.99);
    tell(
      `${what}: p50 ${median(took).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${(found / asked).toFixed(1)} found`,
    );
    figures.push({
      name: `drafts/${what}`,
      title,
      value: p99,
      unit: 'ms',
      baseline: null,
      target: { of: 'value', atMost: 20 },
    });
  }
  return figures;
}

/** Fans in several languages, each of whose messages has an answer; and saved replies. */
async function addHistory(
  tx: Tx,
  maker: TextMaker,
  { pairs, fans }: { readonly pairs: number; readonly fans: number },
): Promise<void> {
  const people = Array.from({ length: fans }, (_, index) => [
    5_300_000_000 + index,
    maker.name(maker.languageOf(index)).first,
  ]);
  await sql`insert into fan (user_id, first_name, first_seen_at, last_seen_at)
    select value ->> 0, value ->> 1, 1, 1 from json_each(${JSON.stringify(people)})`.execute(tx.db);
  await sql`insert into thread (fan_id, line, chat_id, created_at)
    select id, 'bot', user_id, 1 from fan where user_id >= 5300000000`.execute(tx.db);
  const [first] = await tx.db
    .selectFrom('thread')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  const from = (first?.id ?? 0) - fans + 1;
  for (let done = 0; done < pairs; done += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, pairs - done) }, (_, at) => {
      const index = done + at;
      const fan = index % fans;
      const language = maker.languageOf(fan);
      return [
        [from + fan, 'in', 'fan', maker.message(language), index],
        [from + fan, 'out', 'creator', maker.message(language), index],
      ];
    });
    await sql`insert into message (thread_id, direction, actor, kind, text, delivery, sent_at)
      select value ->> 0, value ->> 1, value ->> 2, 'text', value ->> 3, 'delivered', value ->> 4
      from json_each(${JSON.stringify(rows.flat())})`.execute(tx.db);
  }
  const saved = Array.from({ length: savedReplies }, (_, index) => {
    const language = maker.languageOf(index);
    return [`${index}`, maker.word(language, 50 + index), maker.message(language)];
  });
  await sql`insert into saved_reply (key, name, kind, text, actor, created_at)
    select value ->> 0, value ->> 1, 'text', value ->> 2, 'creator', 1
    from json_each(${JSON.stringify(saved)})`.execute(tx.db);
}
