import type { LlmFault } from '#src/core/llm.ts';
import { refuse, unreachable } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { mayUseProvider } from '#src/features/consent/index.ts';
import { keepThreadReceipts, maskText } from '#src/features/drafts/index.ts';
import { brokenBy, type OwnOutcome } from '#src/features/ownkey/index.ts';
import { threadById } from '#src/features/threads/index.ts';
import { askMetered, type UsageStanding } from '#src/features/usage/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { Reader } from '#src/storage/reader.ts';
import { dayIn } from '../rules/day-in.ts';
import { extractionPrompt } from '../rules/extraction-prompt.ts';
import { type Extraction, extractionSchema, readExtraction } from '../rules/extraction-schema.ts';
import type { Conversation, Line } from './conversation.ts';

/** Nobody waits for it, so it may take longer than a draft. In ms. */
const deadlineMs = 20_000;

/** Twelve facts, two lines, and room for what a model thinks before. */
const maxTokens = 1_500;

/**
 * How asking ended. `refused`: asking again would end alike; `not-answered`: it may be asked again later; `used-up`: a
 * limit of today; `own-broken`: the creator's own key does not work until they do something about it; `withdrawn`: these
 * providers may not be asked about this fan any more.
 */
export type Asked =
  | {
      readonly then: 'found';
      readonly extraction: Extraction;
      /** Null with the creator's own key, which has no limits. */
      readonly standing: UsageStanding | null;
      readonly ownOutcome: OwnOutcome | null;
    }
  | { readonly then: 'own-broken'; readonly ownOutcome: OwnOutcome }
  | { readonly then: 'refused' | 'not-answered' | 'used-up' | 'withdrawn' };

/** Has a cheap model note what a fan said, with everything masked that tells who it is. Metered. */
export async function askModel(
  conversation: Conversation,
  preparation: Preparation,
): Promise<Asked> {
  const { services } = preparation;
  const { allowed, fanId, threadId } = conversation;
  const { own } = allowed;
  const { messages, restore, masked } = promptOf(conversation, services);
  const request = { purpose: 'cheap', messages, maxTokens, schema: extractionSchema } as const;
  const told = {
    messages: [...conversation.earlier, ...conversation.lines].map(({ id }) => id),
    told: { faq: 0, examples: 0, facts: conversation.known.length },
    masked,
    leftOut: {},
  };
  const mayAsk = async (reader: Reader) =>
    (await threadById(reader, threadId))
      ? await mayUseProvider(reader, fanId, services)
      : refuse('gone');
  const receipt = keepThreadReceipts('facts', [{ threadId, told }], services);
  const asked = await askMetered(
    { feature: 'facts', request, allowed, mayAsk, receipt, deadlineMs },
    preparation,
  );
  if (!asked.ok) return { then: asked.reason === 'used-up' ? 'used-up' : 'not-answered' };
  const { result } = asked;
  if (!result.ok) {
    const { reason } = result;
    if (reason === 'withdrawn') return { then: 'withdrawn' };
    if (!own || !brokenBy(reason)) return { then: afterFault(reason) };
    return { then: 'own-broken', ownOutcome: { keyId: own.keyId, fault: reason } };
  }
  const read = readExtraction(result.answer.text);
  if (!read.ok) return { then: 'not-answered' };
  const { facts, summary } = read.extraction;
  const extraction = {
    facts: facts.map((fact) => ({ ...fact, text: restore(fact.text) })),
    summary: summary.map(restore),
  };
  const ownOutcome = own && { keyId: own.keyId, fault: null };
  const standing = own ? null : asked.standing;
  return { then: 'found', extraction, standing, ownOutcome };
}

function promptOf(
  { lines, earlier, known, summary, fanNames, timeZone }: Conversation,
  services: Services,
) {
  const before = summary ? [summary.text] : [];
  const said = [...lines, ...earlier];
  const texts = [...said.map(({ shown }) => shown), ...known.map(({ text }) => text), ...before];
  const { masked, restore, counts } = maskText(texts, fanNames);
  const shown = said.map(({ direction, sentAt }: Line, index) => ({
    from: direction === 'in' ? ('fan' as const) : ('creator' as const),
    day: dayIn(sentAt, timeZone),
    text: masked[index] ?? '',
  }));
  const data = {
    lines: shown.slice(0, lines.length),
    earlier: shown.slice(lines.length),
    known: masked.slice(said.length, said.length + known.length),
    summary: masked[said.length + known.length] ?? null,
  };
  const delimiter = services.random.bytes(9).toString('base64url');
  return { messages: extractionPrompt(data, delimiter), restore, masked: counts };
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
