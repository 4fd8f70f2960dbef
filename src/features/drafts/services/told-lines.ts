import type { MessageId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { safeLine, shortened } from '#src/features/fans/index.ts';
import { requireThread, sentBetween } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { DraftReceipt } from '../draft-receipt.ts';
import type { Draft } from '../draft.ts';
import type { MemorySource } from '../ports.ts';
import type { MaskKind } from '../rules/mask-text.ts';

/** How a receipt is worded. `now` in epoch ms. */
export interface ReceiptWording {
  readonly t: Translate;
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly now: number;
}

const maskKeys = {
  name: 'drafts-mask-name',
  email: 'drafts-mask-email',
  phone: 'drafts-mask-phone',
  handle: 'drafts-mask-handle',
  address: 'drafts-mask-address',
  card: 'drafts-mask-card',
  iban: 'drafts-mask-iban',
  wallet: 'drafts-mask-wallet',
  id: 'drafts-mask-id',
} as const satisfies Record<MaskKind, string>;

/** Facts that are quoted, and the longest quotation in UTF-16 units: together they are some four lines of a small phone. */
const mostFacts = 2;
const longestFact = 60;

/**
 * What was told for a draft: which messages, which facts of this fan (as they are now), and how much of the rest. Of other fans
 * only how many past answers it was.
 */
export async function toldLines(
  reader: Reader,
  { threadId }: Pick<Draft, 'threadId'>,
  receipt: DraftReceipt,
  { memory, ...wording }: ReceiptWording & { readonly memory: MemorySource },
): Promise<string[]> {
  const { t } = wording;
  const { faq, examples, others = 0 } = receipt.told;
  const { fanId } = await requireThread(reader, threadId);
  const ids = new Set(receipt.factIds);
  const { facts } = await memory(reader, fanId);
  const quoted = facts.filter(({ id }) => ids.has(id)).map(({ text }) => text);
  return [
    await messagesLine(reader, receipt.messages, wording),
    ...factLines(receipt.told.facts, quoted, t),
    ...(receipt.summary ? [t('drafts-receipt-summary')] : []),
    others === 0
      ? t('drafts-receipt-yours', { faq, examples })
      : t('drafts-receipt-yours-others', { faq, examples, others }),
    maskedLine(receipt.masked, t),
  ];
}

async function messagesLine(
  reader: Reader,
  messages: readonly MessageId[],
  { t, language, timeZone, now }: ReceiptWording,
): Promise<string> {
  const count = t('drafts-receipt-messages', { count: messages.length });
  const sent = await sentBetween(reader, messages);
  if (!sent) return count;
  const inZone = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...style, timeZone });
  const year = inZone({ year: 'numeric' });
  const when = inZone({
    ...(year.format(sent.from) === year.format(now) ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  return `${count}, ${when.formatRange(sent.from, sent.to)}`;
}

function factLines(count: number, texts: readonly string[], t: Translate): string[] {
  if (count === 0) return [];
  const quoted = texts.slice(0, mostFacts);
  const more = count - quoted.length;
  return [
    t('drafts-receipt-facts', { count }),
    ...quoted.map((text) => `• ${shortened(safeLine(text), longestFact)}`),
    ...(quoted.length > 0 && more > 0 ? [`• ${t('drafts-receipt-facts-more', { more })}`] : []),
  ];
}

function maskedLine(masked: DraftReceipt['masked'], t: Translate): string {
  const kinds = Object.entries(maskKeys).flatMap(([kind, key]) => {
    const count = masked[kind] ?? 0;
    return count > 0 ? [t(key, { count })] : [];
  });
  return kinds.length === 0
    ? t('drafts-receipt-masked-nothing')
    : t('drafts-receipt-masked', { kinds: kinds.join(', ') });
}
