import type { LlmFault } from '#src/core/llm.ts';
import { refuse, type Result } from '#src/core/result.ts';
import { type AllowedProviders, mayUseProvider } from '#src/features/consent/index.ts';
import { charsOf, metered, type UsageStanding } from '#src/features/usage/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Proposal } from '../draft.ts';
import { careOfRisk, countedRisk } from '../rules/care-for.ts';
import type { Risk } from '../rules/draft-schema.ts';
import { contextBudget } from '../rules/build-context.ts';
import { toldOf } from '../rules/told-of.ts';
import { toldOfExamples } from '../rules/told-of-examples.ts';
import { answerTokens, askModel, promptFor } from './ask-model.ts';
import type { MemorySource } from '../ports.ts';
import { mayTellExamples } from '../queries/example-sources.ts';
import type { AskedDraft } from './asked-draft.ts';
import { gatherParts } from './gather-parts.ts';
import { keepBoth, keepDraftReceipt, keepThreadReceipts } from './keep-receipt.ts';
import { madeFrom, type MadeFrom } from './made-from.ts';
import type { Making } from './show-progress.ts';

/** Where no draft passes the checks, they are asked for once more. */
const mostAsks = 2;

/** What a model's drafts came to. */
export interface ModelDrafts {
  readonly proposal: Proposal;
  /** What the model saw that a person should look at first. */
  readonly risk: readonly Risk[];
  /** Null with the creator's own key, which has no limits. */
  readonly standing: UsageStanding | null;
  readonly from: MadeFrom;
}

/**
 * Why there are none: `used-up` a quota or cap; `unfit` none passed the checks; `withdrawn` these providers may not be asked any
 * more, or not about all that was gathered; else what became of the last call.
 */
export type NoModelDrafts = 'used-up' | 'unfit' | 'withdrawn' | 'not-configured' | LlmFault;

/** Whom a model is asked for, and by whose leave. */
interface ModelWish {
  readonly memory: MemorySource;
  readonly allowed: AllowedProviders;
}

/**
 * Asks these providers for drafts: reserve, ask, check, once more where none passes, settle. What is told is masked, and
 * what comes back is offered only if it passes every check. Where as many are asked for as the installation's providers take at
 * one time, it waits before, and not for ever.
 */
export async function proposeByModel(
  asked: AskedDraft,
  wish: ModelWish,
  preparation: Making,
): Promise<Result<ModelDrafts, NoModelDrafts>> {
  const { services, tenantId, signal } = preparation;
  const { llm } = services;
  if (wish.allowed.own || !llm?.room) return await proposeNow(asked, wish, preparation);
  const leave = await llm.room(tenantId, signal);
  signal.throwIfAborted();
  if (!leave) return refuse('deadline');
  try {
    return await proposeNow(asked, wish, preparation);
  } finally {
    leave();
  }
}

async function proposeNow(
  asked: AskedDraft,
  { memory, allowed }: ModelWish,
  preparation: Making,
): Promise<Result<ModelDrafts, NoModelDrafts>> {
  const { services, tenantId } = preparation;
  const gathered = await gatherParts(asked, memory, preparation);
  const { own } = allowed;
  // Nobody knows how much an endpoint of the creator's own reads.
  const budget = own ? contextBudget.unknown : contextBudget.known;
  const ids = { tenantId, delimiter: services.random.bytes(12).toString('hex'), budget };
  const first = promptFor(asked, gathered, ids);
  let prompt = first;
  const examples = gathered.examples.slice(0, first.context.used.examples);
  const exampleIds = examples.map(({ id }) => id);
  const ofOthers = examples.filter(({ threadId }) => threadId !== asked.threadId);
  const receipt = keepDraftReceipt(asked.draftId, () =>
    toldOf({
      // A second question says more of the first one's answer, and of all else no more than the first.
      context: first.context,
      messageIds: gathered.messageIds,
      others: ofOthers.length,
      masked: prompt.masking.counts,
    }),
  );
  const told = toldOfExamples(ofOthers, gathered.fanNames);
  const work = {
    feature: 'draft',
    promptChars: mostAsks * charsOf(first.context.messages),
    maxTokens: mostAsks * answerTokens,
    allowed,
    mayAsk: async (reader: Reader) => {
      if (!(await mayTellExamples(reader, exampleIds))) return refuse('example-gone');
      return await mayUseProvider(reader, asked.fan.id, services);
    },
    receipt: keepBoth(receipt, keepThreadReceipts('example', told, services)),
  } as const;
  type Answer = Awaited<ReturnType<typeof askModel>>;
  const heard = await metered<Answer>(work, preparation, async (ask) => {
    for (let asks = 1; ; asks += 1) {
      const answer = await askModel(prompt, gathered, ask, preparation);
      if (!answer.ok) return { value: answer, drafted: false };
      const care = careOfRisk(countedRisk(answer.risk, asked)) !== null;
      const passed = answer.passed.length > 0;
      if (passed || care || asks === mostAsks) return { value: answer, drafted: passed && !care };
      prompt = promptFor(asked, gathered, ids, { failed: answer.failed, first: first.context });
    }
  });
  if (!heard.ok) return refuse(heard.reason);
  const { value: answer, standing } = heard;
  if (!answer.ok) return refuse(answer.reason);
  const { passed, doubt } = answer;
  const risk = countedRisk(answer.risk, asked);
  const kept = receipt.kept();
  if (passed.length === 0 && !careOfRisk(risk)) return refuse('unfit');
  return {
    ok: true,
    risk,
    standing: own ? null : standing,
    from: madeFrom(asked, gathered.own, { allowed, exampleIds }),
    proposal: {
      source: 'llm',
      language: passed[0]?.language ?? gathered.known.language,
      choices: passed.map(({ text }) => ({ text, origin: 'llm', ref: null })),
      notice: null,
      receipt: kept && doubt ? { ...kept, doubt } : kept,
    },
  };
}
