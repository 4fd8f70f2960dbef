import type { MessageId, ThreadId } from '#src/core/ids.ts';
import type { OutboxRow } from '#src/telegram/outbox/outbox-row.ts';

/** Ids that every row of this feature carries. */
export interface MessageRef {
  readonly messageId: MessageId;
  readonly threadId: ThreadId;
}

/** A relay's row. */
export interface RelayRef extends MessageRef {
  /** Tell in words what came, since copying failed. */
  readonly inWords?: boolean;
  /** The fan edited the message and its first relay cannot be edited any more. */
  readonly edited?: boolean;
}

/** The row of one piece of a relay that follows an edit. */
export interface RelayEditRef extends MessageRef {
  readonly part: number;
  readonly mediaChanged: boolean;
}

/** The row of an edited answer. */
export interface ReplyEditRef extends MessageRef {
  readonly mediaChanged: boolean;
}

/** The row of a mirrored reaction. */
export interface ReactionRef extends MessageRef {
  readonly to: 'fan' | 'desk';
}

/** What `/desk` in a group remembers while Telegram is asked. */
export interface DeskCheckRef {
  readonly title: string;
}

/** Reads a row's ids. They were written by this feature alone, each kind by one place. */
export const messageRef = (row: OutboxRow): MessageRef => row.ref as unknown as MessageRef;
/** Reads a relay's row. */
export const relayRef = (row: OutboxRow): RelayRef => row.ref as unknown as RelayRef;
/** Reads the row of a relay's edit. */
export const relayEditRef = (row: OutboxRow): RelayEditRef => row.ref as unknown as RelayEditRef;
/** Reads the row of an edited answer. */
export const replyEditRef = (row: OutboxRow): ReplyEditRef => row.ref as unknown as ReplyEditRef;
/** Reads the row of a mirrored reaction. */
export const reactionRef = (row: OutboxRow): ReactionRef => row.ref as unknown as ReactionRef;
/** Reads the row of a group that wants to be the desk. */
export const deskCheckRef = (row: OutboxRow): DeskCheckRef => row.ref as unknown as DeskCheckRef;
