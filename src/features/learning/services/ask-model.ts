import { refuse } from '#src/core/result.ts';
import {
  type AllowedProviders,
  allowedProviders,
  isOptedOut,
} from '#src/features/consent/index.ts';
import { keepThreadReceipts, maskText, type ToldOfThread } from '#src/features/drafts/index.ts';
import type { OwnOutcome } from '#src/features/ownkey/index.ts';
import type { ReplyForModel } from '#src/features/persona/index.ts';
import { threadById } from '#src/features/threads/index.ts';
import { askMetered, type UsageStanding } from '#src/features/usage/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { Reader } from '#src/storage/reader.ts';
import { learnPrompt } from '../rules/learn-prompt.ts';
import { learnSchema, type ModelAnswer, readAnswer } from '../rules/learn-schema.ts';

/** Somebody waits for it, but knows that much is read. In ms. */
const deadlineMs = 20_000;

/** Eighteen lines, and room for what a model thinks before. */
const maxTokens = 2_000;

/** What a model is asked about. */
export interface Question {
  readonly replies: readonly ReplyForModel[];
  /** Of all who got them: masked in all of them. */
  readonly fanNames: readonly string[];
  /** In which the lines are to be written; a tag. */
  readonly language: string;
}

/** How asking ended. `withdrawn`: these providers may not be asked about one of the fans any more. */
export type Asked = {
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
  | { readonly ok: false; readonly reason: 'used-up' | 'unavailable' | 'withdrawn' }
);

/**
 * Asks a cheap model once, with everything masked that tells who somebody is; nothing of that is put back. Metered. As long as
 * it is under way the creator, and each fan who got one of the replies, may change their minds.
 */
export async function askModel(
  { replies, fanNames, language }: Question,
  allowed: AllowedProviders,
  preparation: Preparation,
): Promise<Asked> {
  const { services } = preparation;
  const { masked } = maskText(
    replies.map(({ text }) => text),
    fanNames,
  );
  const delimiter = services.random.bytes(9).toString('base64url');
  const spoken = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const messages = learnPrompt(masked, spoken, delimiter);
  const request = { purpose: 'cheap', messages, maxTokens, schema: learnSchema } as const;
  const mayAsk = async (reader: Reader) => {
    for (const { threadId, fanId } of oneOfEach(replies)) {
      if (!(await threadById(reader, threadId))) return refuse('gone');
      if (await isOptedOut(reader, fanId)) return refuse('opted-out');
    }
    return await allowedProviders(reader, services);
  };
  const receipt = keepThreadReceipts('persona', toldOf(replies, fanNames), services);
  const asked = await askMetered(
    { feature: 'persona', request, allowed, mayAsk, receipt, deadlineMs },
    preparation,
  );
  if (!asked.ok)
    return { ok: false, reason: asked.reason === 'used-up' ? 'used-up' : 'unavailable' };
  const { result, standing } = asked;
  const { own } = allowed;
  if (!result.ok && result.reason === 'withdrawn') return { ok: false, reason: 'withdrawn' };
  const about = {
    standing,
    ...(own ? { ownOutcome: { keyId: own.keyId, fault: result.ok ? null : result.reason } } : {}),
  };
  if (!result.ok) return { ok: false, reason: 'unavailable', ...about };
  const read = readAnswer(result.answer.text);
  const { provider } = result.answer;
  return { ok: true, answer: read.ok ? read.answer : null, provider, ...about };
}

/** A reply of each thread. */
function oneOfEach(replies: readonly ReplyForModel[]): ReplyForModel[] {
  return [...new Map(replies.map((reply) => [reply.threadId, reply])).values()];
}

/** What is told of each thread: the replies in it, and what is replaced in them. */
function toldOf(replies: readonly ReplyForModel[], fanNames: readonly string[]): ToldOfThread[] {
  return oneOfEach(replies).map(({ threadId }) => {
    const its = replies.filter((reply) => reply.threadId === threadId);
    const { counts } = maskText(
      its.map(({ text }) => text),
      fanNames,
    );
    const messages = its.map(({ id }) => id);
    const told = { faq: 0, examples: its.length, facts: 0 };
    return { threadId, told: { messages, told, masked: counts, leftOut: {} } };
  });
}
