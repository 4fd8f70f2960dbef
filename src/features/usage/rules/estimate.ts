import type { TokenPrice } from '#src/core/llm.ts';

/** Characters of a prompt that make a token at least. */
const charsPerToken = 3;

/**
 * What a call will cost at most, in millionths of a US dollar, where a token costs so much at most: nobody knows beforehand which
 * model answers. It stands only until the call is settled.
 */
export function estimateMicroUsd(
  asked: { promptChars: number; maxTokens: number },
  dearest: TokenPrice,
): number {
  const tokensIn = Math.ceil(asked.promptChars / charsPerToken);
  return Math.ceil(tokensIn * dearest.in + asked.maxTokens * dearest.out);
}
