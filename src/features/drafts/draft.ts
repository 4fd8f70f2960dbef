import type { MessageEntity } from 'grammy/types';
import type { CareKind } from './rules/care-of.ts';
import type { DraftReceipt } from './draft-receipt.ts';
import type { ChatId, ChatMessageId, DraftId, MessageId, ThreadId } from '#src/core/ids.ts';

/**
 * `wanted` (a job makes it) -> `shown` at the desk -> `sent` as it was | `edited` and sent | `dismissed`. `stale`: the
 * creator answered by hand, or asked for a newer one. `failed`: it could not be made or shown.
 */
export type DraftState = 'wanted' | 'shown' | 'sent' | 'edited' | 'dismissed' | 'stale' | 'failed';

/** How a draft ended. */
export type DraftEnd = Exclude<DraftState, 'wanted' | 'shown'>;

/** Who makes drafts: this program from what the creator wrote before, or a language model. */
export type DraftSource = 'local' | 'llm';

/** Where a choice comes from. `edited`: a person changed another choice. */
export type DraftOrigin = 'past-answer' | 'saved-reply' | 'faq' | 'llm' | 'edited';

/** How new choices are to differ from those before. Local drafts know only other ones. */
export type DraftChange = 'another' | 'shorter' | 'warmer';

/**
 * What is said with a draft. Signs that ask for care stand in its place; `used-up`, `unavailable`, `unfit` tell why the
 * creator's own past answers took the place of a model's drafts.
 */
export type DraftNotice = CareKind | 'used-up' | 'unavailable' | 'unfit';

/** A suggested reply. */
export interface Draft {
  readonly id: DraftId;
  readonly threadId: ThreadId;
  /** The newest message of the fan's that it takes into account. */
  readonly messageId: MessageId;
  readonly state: DraftState;
  /** Null before there is anything. */
  readonly source: DraftSource | null;
  /** It came by itself. */
  readonly byItself: boolean;
  /** Where its message stands at the desk. */
  readonly place: { readonly chatId: ChatId; readonly chatMessageId: ChatMessageId } | null;
  /** How often choices were offered. */
  readonly round: number;
  readonly notice: DraftNotice | null;
  /** What the newest choices were made from; null: nothing that left the box. */
  readonly receipt: DraftReceipt | null;
  readonly shownAt: number | null;
  /** The newest change of those messages of the fan's that it knows of, epoch ms; 0: none. */
  readonly knownEditAt: number;
}

/** One text that a draft offers. */
export interface DraftChoice {
  readonly place: number;
  readonly round: number;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly origin: DraftOrigin;
  readonly ref: number | null;
}

/** What was found or written for a draft: best first; none: nothing is close. */
export interface Proposal {
  readonly source: DraftSource;
  /** IETF tag; null: unknown. */
  readonly language: string | null;
  readonly choices: readonly ProposedChoice[];
  readonly notice: DraftNotice | null;
  /** What it was made from, kept with the draft; null: nothing that left the box. */
  readonly receipt: DraftReceipt | null;
}

/** One text of a proposal. */
export interface ProposedChoice {
  readonly text: string;
  readonly origin: Exclude<DraftOrigin, 'edited'>;
  /** The id of the past answer or saved reply. */
  readonly ref: number | null;
}

/** Whether a draft can still be sent. */
export function isOpen(draft: Pick<Draft, 'state'>): boolean {
  return draft.state === 'wanted' || draft.state === 'shown';
}
