import type { AppFeature } from '#src/features/feature.ts';
import { autoKind, makeKind } from './jobs.ts';
import { draftKind } from './outbox/draft-kind.ts';
import type { DraftsParts } from './ports.ts';
import { moveDrafts } from './queries/draft-rows.ts';
import { draftsHandlers } from './telegram/handlers.ts';

export type { DraftReceipt, ToldOfThread } from './draft-receipt.ts';
export type { MemorySource } from './ports.ts';
export { type CareKind, careOf } from './rules/care-of.ts';
export { findAmounts } from './rules/checks/find-amounts.ts';
export { findFormFaults } from './rules/checks/find-form-faults.ts';
export { findLinks } from './rules/checks/find-links.ts';
export { findNames } from './rules/checks/find-names.ts';
export { findPromises } from './rules/checks/find-phrases.ts';
export { isInstructionLike } from './rules/instruction-like.ts';
export { maskable, maskText } from './rules/mask-text.ts';
export { phrasePattern } from './rules/phrases.ts';
export { shortText } from './rules/pick-items.ts';
export { plainText } from './rules/plain-text.ts';
export { quotedJson } from './rules/quoted-json.ts';
export { adultButton } from './services/adult-views.ts';
export { autoDraftButton, fanAutoButtons } from './services/auto-views.ts';
export { careAtHand } from './services/care-at-hand.ts';
export { careReader } from './services/care-reader.ts';
export { keepThreadReceipts } from './services/keep-receipt.ts';
export { draftsReader } from './services/drafts-reader.ts';
export { recordDraft } from './services/record-draft.ts';
export type {
  DraftChoiceTable,
  DraftPauseTable,
  DraftReceiptTable,
  DraftSentTable,
  DraftTable,
  FanCareTable,
  ThreadReceiptTable,
} from './tables.ts';

/** Suggested replies: a tap asks for one, and a person sends it. */
export function createDraftsFeature(parts: DraftsParts): AppFeature {
  return {
    name: 'drafts',
    forDesk: true,
    handlers: draftsHandlers(parts),
    outboxKinds: [draftKind],
    jobKinds: [makeKind(parts.memory), autoKind],
    hooks: {
      async chatMigrated(tx, from, to) {
        await moveDrafts(tx, from, to);
      },
    },
  };
}
