import type { AllowedProviders } from '#src/features/consent/index.ts';
import { maskText } from '#src/features/drafts/index.ts';
import type { OwnOutcome } from '#src/features/ownkey/index.ts';
import { askMetered, type UsageStanding } from '#src/features/usage/index.ts';
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
  allowed: AllowedProviders,
  preparation: Preparation,
): Promise<Asked> {
  const { services, signal } = preparation;
  const { masked } = maskText(texts, fanNames);
  const delimiter = services.random.bytes(9).toString('base64url');
  const spoken = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const messages = learnPrompt(masked, spoken, delimiter);
  const request = { purpose: 'cheap', messages, maxTokens, schema: learnSchema } as const;
  const asked = await askMetered({ feature: 'persona', request, allowed, deadlineMs }, preparation);
  if (!asked.ok)
    return { ok: false, reason: asked.reason === 'used-up' ? 'used-up' : 'unavailable' };
  const { result, standing } = asked;
  const { own } = allowed;
  // The program stops: then the next one asks anew.
  signal.throwIfAborted();
  const about = {
    standing,
    ...(own ? { ownOutcome: { keyId: own.keyId, fault: result.ok ? null : result.reason } } : {}),
  };
  if (!result.ok) return { ok: false, reason: 'unavailable', ...about };
  const read = readAnswer(result.answer.text);
  const { provider } = result.answer;
  return { ok: true, answer: read.ok ? read.answer : null, provider, ...about };
}
