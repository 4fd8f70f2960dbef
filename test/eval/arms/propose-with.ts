import type { Llm, LlmTry } from '#src/core/llm.ts';
import { giveConsent, offerMark } from '#src/features/consent/index.ts';
import { careAtHand } from '#src/features/drafts/index.ts';
import { endDraft, insertDraft } from '#src/features/drafts/queries/draft-rows.ts';
import type { AskedDraft } from '#src/features/drafts/services/asked-draft.ts';
import { proposeDraft } from '#src/features/drafts/services/propose-draft.ts';
import { saidBefore } from '#src/features/facts/index.ts';
import { requireFan } from '#src/features/fans/index.ts';
import { lastMessages, threadOfFan } from '#src/features/threads/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import { preparationOf } from '#src/jobs/preparation-of.ts';
import type { Tx } from '#src/storage/reader.ts';
import { type Bed, owner, services } from '../bed.ts';
import type { Arm, Question } from './arm.ts';

/** Choices that a draft's message offers. */
const choices = 3;

/** How often no model's draft was offered, and what was in its place. */
export type Instead = Map<string, number>;

/**
 * The whole way to a draft with these providers, as the product goes it: care, consent, what is known, the prompt, checks, and
 * past answers where a model gives nothing. What was offered instead is counted in `instead`.
 */
export function proposeWith(name: string, llm: Llm, instead: Instead = new Map()): Arm {
  const tries: LlmTry[] = [];
  const counted: Llm = {
    providers: llm.providers,
    dearest: llm.dearest,
    async chat(...call) {
      const result = await llm.chat(...call);
      tries.push(...result.tries);
      return result;
    },
  };
  return {
    name,
    async begin({ storage, tenantId }) {
      const mark = offerMark(llm.providers);
      const given = await storage.store.transact(tenantId, (tx) =>
        giveConsent(tx, { mark, userId: owner }, { ...services, llm }),
      );
      if (!given.ok) throw new Error(`no consent: ${given.reason}`);
    },
    async predict(bed, question) {
      const asked = await bed.storage.store.transact(bed.tenantId, (tx) =>
        askedFor(tx, bed, question),
      );
      const { proposal } = await proposeDraft(asked, saidBefore, preparationIn(bed, counted));
      const { source, notice } = proposal;
      const what = notice ?? (source === 'llm' ? 'llm' : 'past answers');
      instead.set(what, (instead.get(what) ?? 0) + 1);
      const costMicroUsd = tries.splice(0).reduce((sum, one) => sum + one.costMicroUsd, 0);
      return { texts: proposal.choices.slice(0, choices).map(({ text }) => text), costMicroUsd };
    },
  };
}

/** What a draft is made from; it has a row, since receipts are kept with it. */
async function askedFor(tx: Tx, bed: Bed, { exchange }: Question): Promise<AskedDraft> {
  const fan = await requireFan(tx, bed.fanId(exchange.fan));
  const thread = await threadOfFan(tx, fan.id);
  if (!thread) throw new Error('a fan without a thread');
  const [last] = await lastMessages(tx, thread.id, 1);
  if (!last) throw new Error('a thread without messages');
  const now = services.clock.now();
  const wanted = { threadId: thread.id, messageId: last.id, askedBy: owner };
  const draftId = await insertDraft(tx, wanted, now);
  await endDraft(tx, draftId, 'failed', now);
  return {
    draftId,
    threadId: thread.id,
    fan,
    messageId: last.id,
    knownEditAt: 0,
    texts: exchange.asked,
    atHand: [...(await careAtHand(tx, thread)).keys()],
    adultUpTo: null,
    change: null,
    offered: [],
  };
}

function preparationIn({ storage, tenantId }: Bed, llm: Llm): Preparation {
  return preparationOf(tenantId, {
    store: storage.store,
    services: { ...services, llm, usage: storage.usageBook({ tenant: null, total: null }) },
    signal: new AbortController().signal,
  });
}
