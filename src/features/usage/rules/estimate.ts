/**
 * Millionths of a US dollar for a token: the dearest model that is offered (grok-4.7, docs.x.ai/docs/models, 2026-09), since
 * nobody knows beforehand which one answers.
 */
const dearest = { in: 2, out: 6 } as const;

/** Characters of a prompt that make a token at least. */
const charsPerToken = 3;

/** What a call will cost at most, in millionths of a US dollar. It stands only until the call is settled. */
export function estimateMicroUsd(asked: { promptChars: number; maxTokens: number }): number {
  const tokensIn = Math.ceil(asked.promptChars / charsPerToken);
  return tokensIn * dearest.in + asked.maxTokens * dearest.out;
}
