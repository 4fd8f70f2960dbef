import type { LlmRequest, LlmResult } from '#src/core/llm.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { AllowedProviders } from '#src/features/consent/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { UsageStanding } from '../rules/standing.ts';
import { reserveUsage, settleUsage, type UsageWish } from './use-model.ts';

/** One question to a model, and who may be asked. */
export interface MeteredQuestion {
  readonly feature: UsageWish['feature'];
  readonly request: LlmRequest;
  readonly allowed: AllowedProviders;
  /** Over all tries, in ms. */
  readonly deadlineMs: number;
}

/** What came of it, and how usage stands with it. */
export interface MeteredAnswer {
  readonly result: LlmResult;
  readonly standing: UsageStanding;
}

/** Asks a model once: reserve, ask, settle. No draft comes of it. */
export async function askMetered(
  { feature, request, allowed, deadlineMs }: MeteredQuestion,
  { tenantId, services, signal }: Pick<Preparation, 'tenantId' | 'services' | 'signal'>,
): Promise<Result<MeteredAnswer, 'not-configured' | 'used-up'>> {
  const { llm } = services;
  if (!llm) return refuse('not-configured');
  const { providers, own } = allowed;
  const reserved = await reserveUsage(services, {
    tenantId,
    feature,
    keyOwner: own ? 'own' : 'platform',
    promptChars: request.messages.reduce((sum, { content }) => sum + content.length, 0),
    maxTokens: request.maxTokens,
  });
  if (!reserved.ok) return refuse('used-up');
  const { reservation } = reserved;
  let result: LlmResult | undefined;
  try {
    result = await llm.chat(tenantId, request, {
      signal,
      deadlineMs,
      allowed: providers,
      ...(own ? { own: own.provider } : {}),
    });
  } finally {
    await settleUsage(services, reservation, {
      tries: result?.tries ?? [],
      drafted: false,
      requestId: result?.ok ? result.answer.requestId : null,
    });
  }
  return { ok: true, result, standing: reservation.standing };
}
