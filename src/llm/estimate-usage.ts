import type { LlmRequest, LlmUsage } from '#src/core/llm.ts';

/** Characters of a token, on the low side for most languages. */
const charsPerToken = 3;

/** What a call has used at most, where the provider did not say: `written` is its answer, if one came. */
export function estimateUsage(request: LlmRequest, written?: string): LlmUsage {
  const chars = request.messages.reduce((sum, { content }) => sum + content.length, 0);
  return {
    in: Math.ceil(chars / charsPerToken),
    cached: 0,
    out:
      written === undefined
        ? request.maxTokens
        : Math.min(request.maxTokens, Math.ceil(written.length / charsPerToken)),
    reasoning: 0,
  };
}
