import { systemClock } from '#src/core/clock.ts';
import type { DraftId, ThreadId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { contextBudget } from '#src/features/drafts/rules/build-context.ts';
import { promptFor } from '#src/features/drafts/services/ask-model.ts';
import type { AskedDraft } from '#src/features/drafts/services/asked-draft.ts';
import { gatherParts } from '#src/features/drafts/services/gather-parts.ts';
import { proposeLocally } from '#src/features/drafts/services/propose-locally.ts';
import { saidBefore } from '#src/features/facts/index.ts';
import { requireFan } from '#src/features/fans/index.ts';
import { lastMessages, threadById } from '#src/features/threads/index.ts';
import { preparationOf } from '#src/jobs/preparation-of.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { createTexts } from '#src/telegram/texts.ts';
import type { Figure } from '../../measurement.ts';
import { median, percentile } from '../../support/stats.ts';
import type { Bed } from '../know-every-fan/bed.ts';

/** The first ones start the threads and are compiled while they run; they do not count. */
const sizes = { full: { asked: 600, before: 40 }, tiny: { asked: 3, before: 1 } };

/** What a draft costs from the fan's message on, with all that is read for it: without a model, and up to a model's prompt. */
export async function measureWholeDrafts({
  storage,
  tenantId,
  maker,
  scale,
  tell,
}: Omit<Bed, 'services'>): Promise<readonly Figure[]> {
  const { store } = storage;
  const { asked, before } = sizes[scale];
  const threads = await store.transact(tenantId, threadsOf);
  const preparation = preparationOf(tenantId, {
    store,
    services: {
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
      texts: createTexts(),
    },
    signal: new AbortController().signal,
  });
  const draftFor = async (index: number): Promise<AskedDraft> => {
    const threadId = threads[index % threads.length];
    if (threadId === undefined) throw new Error('no threads');
    const text = maker.message(maker.languageOf(index));
    return await store.read(tenantId, (reader) => askedIn(reader, threadId, text));
  };
  const ways = [
    [
      'own-replies',
      'a draft without a model, with all that is read for it, p99',
      20,
      (draft: AskedDraft) =>
        proposeLocally(draft, { memory: saidBefore, notice: null }, preparation),
    ],
    [
      'prompt',
      'a prompt, with all that is read for it, p99',
      null,
      async (draft: AskedDraft) => {
        const delimiter = systemRandom.bytes(12).toString('hex');
        const gathered = await gatherParts(draft, saidBefore, preparation);
        promptFor(draft, gathered, { tenantId, delimiter, budget: contextBudget.known });
      },
    ],
  ] as const;
  const figures: Figure[] = [];
  for (const [name, title, most, make] of ways) {
    const took: number[] = [];
    for (let index = 0; index < before + asked; index += 1) {
      const draft = await draftFor(index);
      const start = performance.now();
      await make(draft);
      if (index >= before) took.push(performance.now() - start);
    }
    const p99 = percentile(took, 0.99);
    tell(`${name}: p50 ${median(took).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
    if (most === null) continue;
    figures.push({
      name: `drafts/${name}`,
      title,
      value: p99,
      unit: 'ms',
      baseline: null,
      target: { of: 'value', atMost: most },
    });
  }
  return figures;
}

/** Those in which somebody wrote last. */
async function threadsOf(tx: Tx): Promise<ThreadId[]> {
  const rows = await tx.db
    .selectFrom('message')
    .select('thread_id')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => row.thread_id);
}

async function askedIn(reader: Reader, threadId: ThreadId, text: string): Promise<AskedDraft> {
  const thread = await threadById(reader, threadId);
  const [last] = await lastMessages(reader, threadId, 1);
  if (!thread || !last) throw new Error('a thread without messages');
  return {
    draftId: 1 as DraftId,
    threadId,
    fan: await requireFan(reader, thread.fanId),
    messageId: last.id,
    knownEditAt: 0,
    texts: [text],
    atHand: [],
    adultUpTo: null,
    change: null,
    offered: [],
  };
}
