import type { InlineKeyboardButton } from 'grammy/types';
import type { FanId } from '#src/core/ids.ts';
import type { AppFeature } from '#src/features/feature.ts';
import type { MemorySource } from '#src/features/drafts/index.ts';
import { createFactsKind } from './jobs.ts';
import { factsOf } from './queries/fact-rows.ts';
import { summaryOf } from './queries/summary-rows.ts';
import { tapData } from './rules/tap-data.ts';
import { handlers } from './telegram/handlers.ts';

export { factsOf } from './queries/fact-rows.ts';
export { summaryOf } from './queries/summary-rows.ts';
export { factsReader } from './services/facts-reader.ts';
export type { FactGoneTable, FactReadingTable, FactTable, FanSummaryTable } from './tables.ts';

/** What drafts are told of a fan. */
export const saidBefore: MemorySource = async (reader, fanId) => ({
  facts: await factsOf(reader, fanId),
  summary: (await summaryOf(reader, fanId))?.text ?? null,
});

/** The button of a card that leads to its fan's facts. */
export function factsButton(fanId: FanId): InlineKeyboardButton {
  return { text: 'Facts', callback_data: tapData({ do: 'list', fanId }) };
}

/** Dated facts and a summary of each fan, noted by a cheap model after a conversation went quiet. */
export const factsFeature: AppFeature = {
  name: 'facts',
  forDesk: true,
  handlers,
  jobKinds: [createFactsKind()],
};
