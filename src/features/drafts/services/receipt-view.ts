import type { DraftId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { providerNames } from '#src/features/consent/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { Translate } from '#src/core/texts.ts';
import type { DraftReceipt } from '../draft-receipt.ts';
import type { MemorySource } from '../ports.ts';
import { draftById } from '../queries/draft-rows.ts';
import { receiptsOf } from '../queries/receipt-rows.ts';
import { tapData } from '../rules/tap-data.ts';
import { unitedReceipt } from '../rules/united-receipt.ts';
import type { DraftView } from './draft-views.ts';
import { type ReceiptWording, toldLines } from './told-lines.ts';

/** What takes next to nothing is not told as nothing. */
const leastSeconds = 0.1;

/** What ever left the box for a draft, with the way back to its choices; undefined when there is no such draft. */
export async function receiptView(
  reader: Reader,
  id: DraftId,
  memory: MemorySource,
  wording: ReceiptWording,
): Promise<DraftView | undefined> {
  const draft = await draftById(reader, id);
  if (!draft) return undefined;
  const { t } = wording;
  const back = {
    text: t('button-back'),
    callback_data: tapData({ do: 'back', id, known: draft.messageId, changed: draft.knownEditAt }),
  };
  const receipt = unitedReceipt(await receiptsOf(reader, id));
  const lines = receipt
    ? [
        ...toldTo(receipt, wording),
        ...(await toldLines(reader, draft, receipt, { ...wording, memory })),
        ...costLines(receipt, wording),
      ]
    : [t('drafts-receipt-nothing')];
  return { text: joinRich(bold(t('drafts-receipt')), `\n${lines.join('\n')}`), rows: [[back]] };
}

function costLines(receipt: DraftReceipt, { t, language }: ReceiptWording): string[] {
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 4,
  });
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return [
    t('drafts-receipt-tokens', { in: receipt.tokensIn, out: receipt.tokensOut }),
    t('drafts-receipt-cost', {
      cost: money.format(receipt.costMicroUsd / 1_000_000),
      seconds: seconds.format(Math.max(leastSeconds, receipt.ms / 1_000)),
      calls: receipt.calls.length,
    }),
  ];
}

/** Each who was told it, in order, and how that ended where they did not answer; once for what came twice in a row. */
function toldTo({ calls }: DraftReceipt, { t, language }: ReceiptWording): string[] {
  const lines = calls.map(({ provider, model, outcome }) => {
    const name = providerNames([provider], { t, language });
    const who = model === '' ? name : t('drafts-receipt-provider', { provider: name, model });
    const how = howEnded(outcome, t);
    return how === null ? who : `${who}: ${how}`;
  });
  return lines.filter((line, index) => line !== lines[index - 1]);
}

function howEnded(outcome: DraftReceipt['calls'][number]['outcome'], t: Translate): string | null {
  switch (outcome) {
    case 'ok':
      return null;
    case 'cancelled':
      return t('drafts-receipt-cancelled');
    case 'deadline':
      return t('drafts-receipt-late');
    case 'refused':
      return t('drafts-receipt-refused');
    case 'unknown':
      return t('drafts-receipt-unknown');
    case 'unreachable':
    case 'forbidden-url':
    case 'rejected-key':
    case 'no-such-model':
    case 'too-large':
    case 'flooded':
    case 'junk':
    case 'empty':
    case 'down':
      return t('drafts-receipt-no-answer');
    default:
      return unreachable(outcome);
  }
}
