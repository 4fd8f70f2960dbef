import type { LlmFault, LlmTry } from '#src/core/llm.ts';
import { refuse, type Result } from '#src/core/result.ts';
import { reserveUsage, settleUsage, type UsageStanding } from '#src/features/usage/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { Proposal } from '../draft.ts';
import type { Risk } from '../rules/draft-schema.ts';
import { receiptOf } from '../rules/receipt-of.ts';
import { answerTokens, askModel, type Checked, type Prompt, promptFor } from './ask-model.ts';
import type { MemorySource } from '../ports.ts';
import type { AskedDraft } from './asked-draft.ts';
import { gatherParts } from './gather-parts.ts';

/** Where no draft passes the checks, they are asked for once more. */
const mostAsks = 2;

/** What a model's drafts came to. */
export interface ModelDrafts {
  readonly proposal: Proposal;
  /** What the model saw that a person should look at first. */
  readonly risk: readonly Risk[];
  readonly standing: UsageStanding;
}

/** Why there are none: `used-up` a quota or cap; `unfit` none passed the checks; else what became of the last call. */
export type NoModelDrafts = 'used-up' | 'unfit' | 'not-configured' | LlmFault;

/**
 * Asks these providers for drafts: reserve, ask, check, once more where none passes, settle. What is told is masked, and
 * what comes back is offered only if it passes every check.
 */
export async function proposeByModel(
  asked: AskedDraft,
  { memory, providers }: { readonly memory: MemorySource; readonly providers: readonly string[] },
  preparation: Preparation,
): Promise<Result<ModelDrafts, NoModelDrafts>> {
  const { services, tenantId } = preparation;
  const gathered = await gatherParts(asked, memory, preparation);
  const ids = { tenantId, delimiter: services.random.bytes(12).toString('hex') };
  let prompt = promptFor(asked, gathered, ids);
  const reserved = await reserveUsage(services, {
    tenantId,
    feature: 'draft',
    keyOwner: 'platform',
    promptChars: mostAsks * charsOf(prompt),
    maxTokens: mostAsks * answerTokens,
  });
  if (!reserved.ok) return refuse('used-up');
  const tries: LlmTry[] = [];
  let checked: Checked | null = null;
  try {
    for (let ask = 0; ask < mostAsks; ask += 1) {
      const answer = await askModel(prompt, gathered, { providers, tries }, preparation);
      if (!answer.ok) return answer;
      checked = answer;
      if (checked.passed.length > 0 || checked.risk.length > 0) break;
      prompt = promptFor(asked, gathered, ids, checked.failed);
    }
  } finally {
    await settleUsage(services, reserved.reservation, {
      tries,
      drafted: checked !== null && checked.passed.length > 0,
      requestId: checked?.requestId ?? null,
    });
  }
  if (!checked || (checked.passed.length === 0 && checked.risk.length === 0)) {
    return refuse('unfit');
  }
  const { passed, risk } = checked;
  return {
    ok: true,
    risk,
    standing: reserved.reservation.standing,
    proposal: {
      source: 'llm',
      language: passed[0]?.language ?? gathered.known.language,
      choices: passed.map(({ text }) => ({ text, origin: 'llm', ref: null })),
      notice: null,
      receipt: receiptOf({
        context: prompt.context,
        messageIds: gathered.messageIds,
        masked: prompt.masking.counts,
        tries,
      }),
    },
  };
}

function charsOf({ context }: Prompt): number {
  return context.messages.reduce((sum, { content }) => sum + content.length, 0);
}
