import type { DraftId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { providerNames } from '#src/features/consent/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { DraftReceipt } from '../draft-receipt.ts';
import { draftById } from '../queries/draft-rows.ts';
import { tapData } from '../rules/tap-data.ts';
import type { DraftView } from './draft-views.ts';

/** What takes next to nothing is not told as nothing. */
const leastSeconds = 0.1;

/** What left the box for a draft's newest choices, with the way back to them; undefined when there is no such draft. */
export async function receiptView(
  reader: Reader,
  id: DraftId,
  wording: { readonly t: Translate; readonly language: string },
): Promise<DraftView | undefined> {
  const draft = await draftById(reader, id);
  if (!draft) return undefined;
  const { t } = wording;
  const back = {
    text: t('button-back'),
    callback_data: tapData({ do: 'back', id, known: draft.messageId, changed: draft.knownEditAt }),
  };
  const lines = draft.receipt ? told(draft.receipt, wording) : [t('drafts-receipt-nothing')];
  return { text: joinRich(bold(t('drafts-receipt')), `\n${lines.join('\n')}`), rows: [[back]] };
}

function told(
  receipt: DraftReceipt,
  { t, language }: { readonly t: Translate; readonly language: string },
): string[] {
  const { provider, messages, told: parts, calls } = receipt;
  const name = providerNames([provider], { t, language });
  const masked = Object.values(receipt.masked).reduce((sum, count) => sum + count, 0);
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 4,
  });
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return [
    t('drafts-receipt-provider', {
      provider: name,
      model: receipt.model,
    }),
    t('drafts-receipt-messages', { count: messages.length }),
    t('drafts-receipt-yours', { examples: parts.examples, faq: parts.faq, facts: parts.facts }),
    t('drafts-receipt-masked', { count: masked }),
    t('drafts-receipt-tokens', { in: receipt.tokensIn, out: receipt.tokensOut }),
    t('drafts-receipt-cost', {
      cost: money.format(receipt.costMicroUsd / 1_000_000),
      seconds: seconds.format(Math.max(leastSeconds, receipt.ms / 1_000)),
      calls: calls.length,
    }),
  ];
}
