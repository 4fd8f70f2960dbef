import type { TenantId } from '#src/core/ids.ts';
import type { LlmFault } from '#src/core/llm.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Ask } from '#src/features/usage/index.ts';
import { languagesOf } from '../queries/languages-of.ts';
import { buildContext, type Context } from '../rules/build-context.ts';
import { checkDraft } from '../rules/check-draft.ts';
import type { ProblemKind } from '../rules/checks/problem.ts';
import { type Doubt, doubtOf } from '../rules/doubt-of.ts';
import { draftSchema, type Risk } from '../rules/draft-schema.ts';
import { maskParts } from '../rules/mask-parts.ts';
import type { Masking } from '../rules/mask-text.ts';
import { promptParts } from '../rules/prompt-parts.ts';
import { readProposal } from '../rules/read-proposal.ts';
import { shownBeginning } from '../rules/shown-beginning.ts';
import type { AskedDraft } from './asked-draft.ts';
import type { Gathered } from './gather-parts.ts';
import type { Making } from './show-progress.ts';

/** Tokens of an answer: three drafts, and room for what a model thinks before. */
export const answerTokens = 1_500;

/** A draft that did not pass the checks. */
export interface FailedText {
  readonly text: string;
  readonly problems: readonly ProblemKind[];
}

/** What is told to a model, and the way back from it. */
export interface Prompt {
  readonly context: Context;
  readonly masking: Masking;
  /** Never to be seen in an answer. */
  readonly delimiter: string;
}

/** What a model answered, each text held against what is known. */
export interface Checked {
  readonly passed: readonly { readonly text: string; readonly language: string | null }[];
  readonly failed: readonly FailedText[];
  readonly risk: readonly Risk[];
  readonly doubt: Doubt | null;
}

/**
 * The prompt for a draft, of so many tokens at most. One that is asked `again` says which texts must not come again, and holds of
 * each kind no more than the first did: whoever is told of in it has their receipt, and is heard, since then.
 */
export function promptFor(
  { fan }: Pick<AskedDraft, 'fan'>,
  { parts: given, fanNames }: Pick<Gathered, 'parts' | 'fanNames'>,
  {
    tenantId,
    delimiter,
    budget,
  }: { readonly tenantId: TenantId; readonly delimiter: string; readonly budget: number },
  again?: { readonly failed: readonly FailedText[]; readonly first: Context },
): Prompt {
  const failed = again?.failed ?? [];
  const wish = {
    ...given.wish,
    before: [...given.wish.before, ...failed.map(({ text }) => text)],
    problems: failed.flatMap(({ problems }) => problems),
  };
  const { parts, masking } = maskParts({ ...given, wish }, fanNames);
  const whole = promptParts({ tenantId, fanId: fan.id }, parts);
  return { context: buildContext(whole, budget, delimiter, again?.first.used), masking, delimiter };
}

/** Asks once and checks what comes back; an answer that cannot be read has no texts. */
export async function askModel(
  { context, masking, delimiter }: Prompt,
  { known }: Gathered,
  ask: Ask,
  { readLong, progress }: Pick<Making, 'readLong' | 'progress'>,
): Promise<Result<Checked, LlmFault | 'not-configured' | 'withdrawn'>> {
  const request = {
    purpose: 'draft',
    messages: context.messages,
    maxTokens: answerTokens,
    schema: draftSchema,
  } as const;
  const held = { ...known, secrets: [delimiter] };
  const onText = progress?.asks((answer) =>
    shownBeginning(answer, { restore: masking.restore, known: held }),
  );
  const result = await ask(request, onText ? { onText } : {});
  if (!result.ok) return refuse(result.reason);
  const { text: answer } = result.answer;
  const read = readProposal(answer);
  if (!read.ok) return { ok: true, passed: [], failed: [], risk: [], doubt: null };
  const texts = read.proposal.texts.map((text) => masking.restore(text));
  const languages = await readLong(languagesOf, { texts });
  const checked = texts.map((text, index) => {
    const language = languages[index] ?? null;
    const found = checkDraft({ text, language }, held);
    return { text, language, problems: found.map(({ kind }) => kind) };
  });
  return {
    ok: true,
    passed: checked.filter(({ problems }) => problems.length === 0),
    failed: checked.filter(({ problems }) => problems.length > 0),
    risk: read.proposal.risk,
    doubt: doubtOf(read.proposal),
  };
}
