import type { DraftId, MessageId, UserId } from '#src/core/ids.ts';
import type { DraftReceipt } from '#src/features/drafts/index.ts';
import { receiptObject } from './exported-receipt.ts';
import { isoTime, isoTimeOf } from './iso-time.ts';

/** All that an export says of a draft. Times are epoch ms; messages are those of the file of messages. */
export interface ExportedDraft {
  readonly id: DraftId;
  /** The fan for whom it was. */
  readonly userId: UserId;
  /** The newest message of the fan's that it took into account. */
  readonly messageId: MessageId;
  readonly state: string;
  /** `local`: from the creator's own words; null: nothing was made. */
  readonly source: 'local' | 'llm' | null;
  /** Nobody asked for it. */
  readonly byItself: boolean;
  readonly language: string | null;
  readonly notice: string | null;
  readonly createdAt: number;
  readonly shownAt: number | null;
  readonly endedAt: number | null;
  /** How many texts it offered. */
  readonly choices: number;
  /** The number of the one that was sent, from 0. */
  readonly place: number | null;
  /** What the fan got: the draft, or what was written by hand instead. */
  readonly finalMessageId: MessageId | null;
  /** How far that is from what was offered, 0 to 1. */
  readonly distance: number | null;
  /** What left the box, once for each time. */
  readonly receipts: readonly DraftReceipt[];
}

/**
 * Drafts as JSON Lines: one object on each line. Texts that were offered and not sent are left out, since what was once
 * written to others may stand in them; what was sent is among the messages.
 */
export function draftLines(drafts: readonly ExportedDraft[]): string {
  return drafts.map((draft) => `${JSON.stringify(objectOf(draft))}\n`).join('');
}

function objectOf(draft: ExportedDraft): object {
  return {
    fan: draft.userId,
    answers: draft.messageId,
    state: draft.state,
    source: draft.source,
    by_itself: draft.byItself,
    language: draft.language,
    notice: draft.notice,
    asked: isoTime(draft.createdAt),
    shown: isoTimeOf(draft.shownAt),
    ended: isoTimeOf(draft.endedAt),
    choices: draft.choices,
    chosen: draft.place,
    message: draft.finalMessageId,
    changed: draft.distance,
    receipts: draft.receipts.map(receiptObject),
  };
}
