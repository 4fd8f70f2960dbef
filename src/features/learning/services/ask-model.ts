import type { LlmResult } from '#src/core/llm.ts';
import type { AllowedProviders } from '#src/features/consent/index.ts';
import { maskText } from '#src/features/drafts/index.ts';
import type { OwnOutcome } from '#src/features/ownkey/index.ts';
import { reserveUsage, settleUsage, type UsageStanding } from '#src/features/usage/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import { learnPrompt } from '../rules/learn-prompt.ts';
import { learnSchema, type ModelAnswer, readAnswer } from '../rules/learn-schema.ts';

/** Somebody waits for it, but knows that much is read. In ms. */
const deadlineMs = 20_000;

/** Eighteen lines, and room for what a model thinks before. */
const maxTokens = 2_000;

/** What a model is asked about. */
export interface Question {
  readonly texts: readonly string[];
  /** Of all who got them: masked in all of them. */
  readonly fanNames: readonly string[];
  /** In which the lines are to be written; a tag. */
  readonly language: string;
}

/** How asking ended. */
type Asked = {
  /** How usage stands after it. */
  readonly standing?: UsageStanding;
  /** What came of asking with the creator's own key. */
  readonly ownOutcome?: OwnOutcome;
} & (
  | {
      readonly ok: true;
      /** Null: what came cannot be read. */
      readonly answer: ModelAnswer | null;
      readonly provider: string;
    }
  | { readonly ok: false; readonly reason: 'used-up' | 'unavailable' }
);

/** Asks a cheap model once, with everything masked that tells who somebody is; nothing of that is put back. Metered. */
export async function askModel(
  { texts, fanNames, language }: Question,
  { providers, own }: AllowedProviders,
  { services, tenantId, signal }: Preparation,
): Promise<Asked> {
  const { llm } = services;
  if (!llm) return { ok: false, reason: 'unavailable' };
  const { masked } = maskText(texts, fanNames);
  const delimiter = services.random.bytes(9).toString('base64url');
  const spoken = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const messages = learnPrompt(masked, spoken, delimiter);
  const reserved = await reserveUsage(services, {
    tenantId,
    feature: 'persona',
    keyOwner: own ? 'own' : 'platform',
    promptChars: messages.reduce((sum, { content }) => sum + content.length, 0),
    maxTokens,
  });
  if (!reserved.ok) return { ok: false, reason: 'used-up' };
  const { reservation } = reserved;
  let result: LlmResult | undefined;
  try {
    result = await llm.chat(
      tenantId,
      { purpose: 'cheap', messages, maxTokens, schema: learnSchema },
      { signal, deadlineMs, allowed: providers, ...(own ? { own: own.provider } : {}) },
    );
  } finally {
    await settleUsage(services, reservation, {
      tries: result?.tries ?? [],
      drafted: false,
      requestId: result?.ok ? result.answer.requestId : null,
    });
  }
  // The program stops: then the next one asks anew.
  signal.throwIfAborted();
  const about = {
    standing: reservation.standing,
    ...(own ? { ownOutcome: { keyId: own.keyId, fault: result.ok ? null : result.reason } } : {}),
  };
  if (!result.ok) return { ok: false, reason: 'unavailable', ...about };
  const read = readAnswer(result.answer.text);
  const { provider } = result.answer;
  return { ok: true, answer: read.ok ? read.answer : null, provider, ...about };
}
