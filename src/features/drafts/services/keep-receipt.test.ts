import { expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { DraftId, ThreadId } from '#src/core/ids.ts';
import type { Spent } from '#src/features/usage/index.ts';
import { makeFan, say } from '#test/support/answer-bed.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { insertDraft } from '../queries/draft-rows.ts';
import { keepBoth, keepDraftReceipt, keepThreadReceipts } from './keep-receipt.ts';

const told = {
  messages: [],
  told: { faq: 0, examples: 1, facts: 0 },
  masked: {},
  leftOut: {},
};
const spent: Spent = {
  provider: 'groq',
  model: '',
  tokensIn: 0,
  tokensOut: 0,
  costMicroUsd: 0,
  ms: 0,
  calls: [{ provider: 'groq', model: '', outcome: 'unknown' }],
};
const gone = 999 as ThreadId;

/** A draft for one fan, and the thread of another, whose words are an example in it. */
async function openBed() {
  const storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  const ids = await storage.store.transact(tenantId, async (tx) => {
    const ana = await makeFan(tx, { first: 'Ana' });
    const messageId = await say(tx, ana, 'How much is a print?');
    const threadId = ana as number as ThreadId;
    const asked = { threadId, messageId, askedBy: null };
    const other = (await makeFan(tx, { first: 'Ben' })) as number as ThreadId;
    return { draftId: await insertDraft(tx, asked, 1), other };
  });
  return {
    ...ids,
    /** Opens a receipt of the draft together with one for each of these threads; how much is kept afterwards. */
    async open(threadIds: readonly ThreadId[], draftId: DraftId = ids.draftId) {
      const own = keepDraftReceipt(draftId, () => told);
      const threads = threadIds.map((threadId) => ({ threadId, told }));
      const others = keepThreadReceipts('example', threads, { clock: systemClock });
      return await storage.store.transact(tenantId, async (tx) => {
        const opened = await keepBoth(own, others).open(tx, spent);
        const ofDraft = await rawRows(tx, 'select id from draft_receipt');
        const ofThreads = await rawRows(tx, 'select thread_id from thread_receipt');
        return { opened, kept: own.kept() !== null, ofDraft, ofThreads };
      });
    },
    [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose](),
  };
}

test('a question has the receipt of its draft and one for each thread that it tells of', async () => {
  await using bed = await openBed();
  expect(await bed.open([bed.other])).toEqual({
    opened: true,
    kept: true,
    ofDraft: [{ id: 1 }],
    ofThreads: [{ thread_id: bed.other }],
  });
});

test('where a thread is gone nothing leaves, so that nobody has a receipt, not the draft and no other thread', async () => {
  await using bed = await openBed();
  const nothing = { opened: false, kept: false, ofDraft: [], ofThreads: [] };
  expect(await bed.open([bed.other, gone])).toEqual(nothing);
  expect(await bed.open([gone, bed.other])).toEqual(nothing);
});

test('where the draft is gone no thread has a receipt', async () => {
  await using bed = await openBed();
  expect(await bed.open([bed.other], 999 as DraftId)).toMatchObject({
    opened: false,
    ofDraft: [],
    ofThreads: [],
  });
});
