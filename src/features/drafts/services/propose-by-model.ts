import type { LlmFault, LlmTry } from '#src/core/llm.ts';
import { type AllowedProviders, mayUseProvider } from '#src/features/consent/index.ts';
import { reserveUsage, settleUsage, type UsageStanding } from '#src/features/usage/index.ts';
import type { DraftReceipt } from '../draft-receipt.ts';
import type { Proposal } from '../draft.ts';
import { careOfRisk } from '../rules/care-for.ts';
import type { Risk } from '../rules/draft-schema.ts';
import { contextBudget } from '../rules/build-context.ts';
import { receiptOf } from '../rules/receipt-of.ts';
import { answerTokens, askModel, type Checked, type Prompt, promptFor } from './ask-model.ts';
import type { MemorySource } from '../ports.ts';
import type { AskedDraft } from './asked-draft.ts';
import { gatherParts } from './gather-parts.ts';
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
}

/**
 * Why there are none: `used-up` a quota or cap; `unfit` none passed the checks; `withdrawn` these providers may not be asked any
 * more; else what became of the last call.
 */
export type NoModelDrafts = 'used-up' | 'unfit' | 'withdrawn' | 'not-configured' | LlmFault;

/** No drafts, and what left the box nevertheless; null: nothing. */
export interface NothingByModel {
  readonly ok: false;
  readonly reason: NoModelDrafts;
  readonly receipt: DraftReceipt | null;
}

/**
 * Asks these providers for drafts: reserve, ask, check, once more where none passes, settle. What is told is masked, and
 * what comes back is offered only if it passes every check.
 */
export async function proposeByModel(
  asked: AskedDraft,
  { memory, allowed }: { readonly memory: MemorySource; readonly allowed: AllowedProviders },
  preparation: Making,
): Promise<({ readonly ok: true } & ModelDrafts) | NothingByModel> {
  const { services, tenantId } = preparation;
  const gathered = await gatherParts(asked, memory, preparation);
  const { own } = allowed;
  // Nobody knows how much an endpoint of the creator's own reads.
  const budget = own ? contextBudget.unknown : contextBudget.known;
  const ids = { tenantId, delimiter: services.random.bytes(12).toString('hex'), budget };
  let prompt = promptFor(asked, gathered, ids);
  const reserved = await reserveUsage(services, {
    tenantId,
    feature: 'draft',
    keyOwner: own ? 'own' : 'platform',
    promptChars: mostAsks * charsOf(prompt),
    maxTokens: mostAsks * answerTokens,
  });
  if (!reserved.ok) return { ok: false, reason: 'used-up', receipt: null };
  const tries: LlmTry[] = [];
  let checked: Checked | null = null;
  let sent = prompt;
  const receipt = () =>
    receiptOf({
      context: sent.context,
      messageIds: gathered.messageIds,
      masked: sent.masking.counts,
      tries,
    });
  const nothing = (reason: NoModelDrafts): NothingByModel => ({
    ok: false,
    reason,
    receipt: tries.length === 0 ? null : receipt(),
  });
  try {
    for (let ask = 0; ask < mostAsks; ask += 1) {
      // The creator, or the fan, may have changed their mind meanwhile.
      const still = await preparation.read((reader) =>
        mayUseProvider(reader, asked.fan.id, services),
      );
      if (!still.ok || !isSameAccess(still, allowed)) return nothing('withdrawn');
      sent = prompt;
      const answer = await askModel(prompt, gathered, { allowed, tries }, preparation);
      if (!answer.ok) return nothing(answer.reason);
      checked = answer;
      if (checked.passed.length > 0 || careOfRisk(checked.risk)) break;
      prompt = promptFor(asked, gathered, ids, checked.failed);
    }
  } finally {
    await settleUsage(services, reserved.reservation, {
      tries,
      drafted: checked !== null && checked.passed.length > 0 && !careOfRisk(checked.risk),
      requestId: checked?.requestId ?? null,
    });
  }
  if (!checked || (checked.passed.length === 0 && !careOfRisk(checked.risk))) {
    return nothing('unfit');
  }
  const { passed, risk } = checked;
  return {
    ok: true,
    risk,
    standing: own ? null : reserved.reservation.standing,
    proposal: {
      source: 'llm',
      language: passed[0]?.language ?? gathered.known.language,
      choices: passed.map(({ text }) => ({ text, origin: 'llm', ref: null })),
      notice: null,
      receipt: receipt(),
    },
  };
}

/** Whether the same providers may be asked, with the same key. */
function isSameAccess(one: AllowedProviders, other: AllowedProviders): boolean {
  return (
    one.own?.keyId === other.own?.keyId &&
    JSON.stringify(one.providers) === JSON.stringify(other.providers)
  );
}

function charsOf({ context }: Prompt): number {
  return context.messages.reduce((sum, { content }) => sum + content.length, 0);
}
