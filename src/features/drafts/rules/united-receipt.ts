import type { DraftReceipt } from '../draft-receipt.ts';

/**
 * What left the box all in all, by the receipts of each time in their order; null without any. Calls, tokens, money and time are
 * summed, messages and facts united. What is only counted (examples, what was masked, facts in receipts of old) is mostly the
 * same each time: of that the most that one time held.
 */
export function unitedReceipt(receipts: readonly DraftReceipt[]): DraftReceipt | null {
  const last = receipts.at(-1);
  if (!last) return null;
  const sum = (of: (each: DraftReceipt) => number) =>
    receipts.reduce((all, each) => all + of(each), 0);
  const most = (of: (each: DraftReceipt) => number) => Math.max(...receipts.map(of));
  const mostOf = (of: (each: DraftReceipt) => DraftReceipt['masked']) => {
    const kinds = new Set(receipts.flatMap((each) => Object.keys(of(each))));
    return Object.fromEntries(
      [...kinds].map((kind) => [kind, most((each) => of(each)[kind] ?? 0)]),
    );
  };
  const known = receipts.filter(({ factIds }) => factIds !== undefined);
  const factIds = [...new Set(known.flatMap((each) => each.factIds ?? []))];
  const counted = receipts.filter(({ told }) => told.others !== undefined);
  return {
    ...last,
    messages: [...new Set(receipts.flatMap(({ messages }) => messages))],
    told: {
      faq: most(({ told }) => told.faq),
      examples: most(({ told }) => told.examples),
      facts: Math.max(
        most(({ told }) => told.facts),
        factIds.length,
      ),
      ...(counted.length > 0 ? { others: most(({ told }) => told.others ?? 0) } : {}),
    },
    ...(known.length > 0 ? { factIds } : {}),
    ...(receipts.some(({ summary }) => summary) ? { summary: true } : {}),
    masked: mostOf(({ masked }) => masked),
    leftOut: mostOf(({ leftOut }) => leftOut),
    tokensIn: sum(({ tokensIn }) => tokensIn),
    tokensOut: sum(({ tokensOut }) => tokensOut),
    costMicroUsd: sum(({ costMicroUsd }) => costMicroUsd),
    ms: sum(({ ms }) => ms),
    calls: receipts.flatMap(({ calls }) => calls),
  };
}
