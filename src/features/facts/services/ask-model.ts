import type { TenantId } from '#src/core/ids.ts';
import type { LlmFault, LlmResult } from '#src/core/llm.ts';
import { unreachable } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { maskText } from '#src/features/drafts/index.ts';
import { reserveUsage, settleUsage, type UsageStanding } from '#src/features/usage/index.ts';
import { dayIn } from '../rules/day-in.ts';
import { extractionPrompt } from '../rules/extraction-prompt.ts';
import { type Extraction, extractionSchema, readExtraction } from '../rules/extraction-schema.ts';
import type { Conversation } from './conversation.ts';

/** Nobody waits for it, so it may take longer than a draft. In ms. */
const deadlineMs = 20_000;

/** Twelve facts, two lines, and room for what a model thinks before. */
const maxTokens = 1_500;

/**
 * How asking ended. `refused`: asking again would end alike; `not-answered`: it may be asked again later; `used-up`: a
 * limit of today.
 */
export type Asked =
  | {
      readonly then: 'found';
      readonly extraction: Extraction;
      readonly standing: UsageStanding;
    }
  | { readonly then: 'refused' | 'not-answered' | 'used-up' };

/** Has a cheap model note what a fan said, with everything masked that tells who it is. Metered. */
export async function askModel(
  conversation: Conversation,
  work: {
    readonly tenantId: TenantId;
    readonly services: Services;
    readonly signal: AbortSignal;
  },
): Promise<Asked> {
  const { tenantId, services, signal } = work;
  if (!services.llm) return { then: 'not-answered' };
  const { messages, restore } = promptOf(conversation, services);
  const reserved = await reserveUsage(services, {
    tenantId,
    feature: 'facts',
    keyOwner: 'platform',
    promptChars: messages.reduce((sum, { content }) => sum + content.length, 0),
    maxTokens,
  });
  if (!reserved.ok) return { then: 'used-up' };
  const { reservation } = reserved;
  let result: LlmResult | undefined;
  try {
    result = await services.llm.chat(
      tenantId,
      { purpose: 'cheap', messages, maxTokens, schema: extractionSchema },
      { signal, deadlineMs, allowed: conversation.providers },
    );
  } finally {
    await settleUsage(services, reservation, {
      tries: result?.tries ?? [],
      drafted: false,
      requestId: result?.ok ? result.answer.requestId : null,
    });
  }
  if (!result.ok) return { then: afterFault(result.reason) };
  const read = readExtraction(result.answer.text);
  if (!read.ok) return { then: 'not-answered' };
  const { facts, summary } = read.extraction;
  const extraction = {
    facts: facts.map((fact) => ({ ...fact, text: restore(fact.text) })),
    summary: summary.map(restore),
  };
  return { then: 'found', extraction, standing: reservation.standing };
}

function promptOf({ lines, known, summary, fanNames, timeZone }: Conversation, services: Services) {
  const before = summary ? [summary.text] : [];
  const texts = [...lines.map(({ shown }) => shown), ...known.map(({ text }) => text), ...before];
  const { masked, restore } = maskText(texts, fanNames);
  const data = {
    lines: lines.map(({ direction, sentAt }, index) => ({
      from: direction === 'in' ? ('fan' as const) : ('creator' as const),
      day: dayIn(sentAt, timeZone),
      text: masked[index] ?? '',
    })),
    known: masked.slice(lines.length, lines.length + known.length),
    summary: masked[lines.length + known.length] ?? null,
  };
  const delimiter = services.random.bytes(9).toString('base64url');
  return { messages: extractionPrompt(data, delimiter), restore };
}

function afterFault(reason: LlmFault | 'not-configured'): 'refused' | 'not-answered' {
  switch (reason) {
    case 'refused':
    case 'too-large':
      return 'refused';
    case 'cancelled':
    case 'deadline':
    case 'unreachable':
    case 'forbidden-url':
    case 'rejected-key':
    case 'no-such-model':
    case 'flooded':
    case 'junk':
    case 'empty':
    case 'down':
    case 'not-configured':
      return 'not-answered';
    default:
      return unreachable(reason);
  }
}
