import type { DraftId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { ReceiptKeeper } from '#src/features/usage/index.ts';
import type { DraftReceipt, Told, ToldOfThread } from '../draft-receipt.ts';
import { changeReceipt, insertDraftReceipt, insertThreadReceipt } from '../queries/receipt-rows.ts';
import type { ThreadReceiptTable } from '../tables.ts';

/** The receipt of a draft. */
export interface DraftReceiptKeeper extends ReceiptKeeper {
  /** What was written down last; null: nothing left the box. */
  kept(): DraftReceipt | null;
}

/** Keeps the receipt of a draft; `told` gives what the newest question holds. */
export function keepDraftReceipt(draftId: DraftId, told: () => Told): DraftReceiptKeeper {
  let id: number | undefined;
  let kept: DraftReceipt | null = null;
  return {
    async open(tx, spent) {
      kept = { ...told(), ...spent };
      id = await insertDraftReceipt(tx, draftId, kept);
      return id !== undefined;
    },
    async close(tx, spent) {
      kept = spent && { ...told(), ...spent };
      if (id !== undefined) await changeReceipt(tx, 'draft_receipt', id, kept);
    },
    kept: () => kept,
  };
}

/**
 * Keeps one receipt for each thread that a question tells of, so that each goes with its fan: when one of them is gone,
 * nothing leaves.
 */
export function keepThreadReceipts(
  purpose: ThreadReceiptTable['purpose'],
  threads: readonly ToldOfThread[],
  { clock }: Pick<Services, 'clock'>,
): ReceiptKeeper {
  const open: { readonly id: number; readonly told: Told }[] = [];
  const keeper: ReceiptKeeper = {
    async open(tx, spent) {
      for (const { threadId, told } of threads) {
        const receipt = { ...told, ...spent };
        const id = await insertThreadReceipt(tx, { threadId, purpose }, receipt, clock.now());
        if (id === undefined) {
          // Nothing leaves, so the others were told nothing, either.
          await keeper.close(tx, null);
          return false;
        }
        open.push({ id, told });
      }
      return true;
    },
    async close(tx, spent) {
      for (const { id, told } of open) {
        await changeReceipt(tx, 'thread_receipt', id, spent && { ...told, ...spent });
      }
    },
  };
  return keeper;
}

/** Keeps both receipts of one question: where one cannot be opened, nothing leaves and neither is kept. */
export function keepBoth(first: ReceiptKeeper, second: ReceiptKeeper): ReceiptKeeper {
  return {
    async open(tx, spent) {
      if (!(await first.open(tx, spent))) return false;
      if (await second.open(tx, spent)) return true;
      await first.close(tx, null);
      return false;
    },
    async close(tx, spent) {
      await first.close(tx, spent);
      await second.close(tx, spent);
    },
  };
}
