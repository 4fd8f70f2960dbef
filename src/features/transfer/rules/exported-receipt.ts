import type { UserId } from '#src/core/ids.ts';
import type { DraftReceipt } from '#src/features/drafts/index.ts';
import { isoTime } from './iso-time.ts';

/** What left the box about a fan for something else than a draft of their own. */
export interface ExportedReceipt {
  readonly id: number;
  readonly userId: UserId;
  readonly purpose: 'facts' | 'persona' | 'example';
  /** Epoch ms. */
  readonly sentAt: number;
  readonly receipt: DraftReceipt;
}

/** Receipts as JSON Lines: one object on each line. */
export function receiptLines(receipts: readonly ExportedReceipt[]): string {
  return receipts
    .map(({ userId, purpose, sentAt, receipt }) => {
      const line = { fan: userId, purpose, sent: isoTime(sentAt), ...receiptObject(receipt) };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}

/** A receipt as exports say it. */
export function receiptObject(receipt: DraftReceipt): object {
  const { told } = receipt;
  return {
    provider: receipt.provider,
    model: receipt.model,
    messages: receipt.messages,
    told: {
      faq: told.faq,
      examples: told.examples,
      facts: told.facts,
      ...(told.others === undefined ? {} : { others: told.others }),
    },
    ...(receipt.factIds === undefined ? {} : { facts: receipt.factIds }),
    ...(receipt.summary === undefined ? {} : { summary: receipt.summary }),
    masked: receipt.masked,
    left_out: receipt.leftOut,
    tokens_in: receipt.tokensIn,
    tokens_out: receipt.tokensOut,
    cost_usd: receipt.costMicroUsd / 1_000_000,
    ms: receipt.ms,
    calls: receipt.calls.map(({ provider, model, outcome }) => ({ provider, model, outcome })),
  };
}
