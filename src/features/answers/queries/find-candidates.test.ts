import { expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { makeFan } from '#test/support/answer-bed.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { findCandidates } from './find-candidates.ts';

/** Gives a tenant 3,000 pairs, ids from `first` on: all with thanks, every hundredth with a vase as well. */
async function addPairs(
  storage: TestStorage,
  { tenantId, first }: { tenantId: TenantId; first: number },
): Promise<void> {
  await storage.store.transact(tenantId, async (tx) => {
    const fan = await makeFan(tx);
    const many = 'with recursive n (i) as (select 0 union all select i + 1 from n where i < 2999)';
    await rawRows(
      tx,
      `${many} insert into message (id, thread_id, direction, actor, kind, text, delivery, sent_at)
        select i + 1, ${fan}, 'out', 'creator', 'text', 'Any time', 'delivered', i from n returning id`,
    );
    await rawRows(
      tx,
      `${many} insert into past_answer (id, message_id, fan_text, reply_text, words, reusable, twin, times, answered_at)
        select i + ${first}, i + 1, 'thanks', 'Any time', 'thank' || iif(i % 100 = 0, ' vase', ''), 1, i, 1, i
        from n returning id`,
    );
  });
}

test.each([1, 3_000_001])(
  'what nearly all pairs have weighs little, however many there are and were (ids from %d on)',
  async (first) => {
    await using storage = await openTestStorage({ inMemory: true });
    const { tenantId } = await storage.addTenant();
    await addPairs(storage, { tenantId, first });
    const text = 'thanks! does the vase break?';
    const { pairs, weights } = await storage.store.read(tenantId, (reader) =>
      findCandidates(reader, text),
    );
    // log(1 + 3,001 / 3,000.5), and of the vase log(1 + 3,001 / 30.5)
    expect(weights.get('thank')).toBeCloseTo(0.69, 2);
    expect(weights.get('vase')).toBeCloseTo(4.6, 1);
    const vases = pairs.filter(({ words }) => words.includes('vase'));
    expect(vases.length).toBe(30);
  },
);

test('an answer that speaks of what is asked is found whatever was asked then, where it is looked for', async () => {
  await using storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  await addPairs(storage, { tenantId, first: 1 });
  await storage.store.transact(tenantId, async (tx) => {
    await rawRows(tx, `delete from past_answer where id = 500 returning id`);
    await rawRows(
      tx,
      `insert into past_answer (id, message_id, fan_text, reply_text, words, reusable, twin, times, answered_at)
        values (500, 500, 'and now?', 'Das Strickmuster liegt bei', 'and now', 1, 'x', 1, 1) returning id`,
    );
  });
  const found = async (text: string, inReplies: boolean) => {
    const { pairs } = await storage.store.read(tenantId, (reader) =>
      findCandidates(reader, text, { inReplies }),
    );
    return pairs.map(({ id }) => id);
  };
  expect(await found('Muster', true)).toEqual([500]);
  expect(await found('Muster', false)).toEqual([]);
});
