import type { DeskId, MessageId, ThreadId } from '#src/core/ids.ts';
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
  /** The creator opened the fan in the digest: goes first, and texts go as one. */
  readonly opened?: boolean;
  /** Never together with other texts: that was refused. */
  readonly alone?: boolean;
  /** It answers no message and is no part of an album, so it looks the same whatever becomes of those before it. */
  readonly plain?: boolean;
  /** An earlier row of this message may have shown it already. */
  readonly repeated?: boolean;
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

/** The row of a desk's digest. */
export interface DigestRef {
  readonly deskId: DeskId;
}

/** The row of the card in a fan's topic. */
export interface TopicCardRef {
  readonly deskId: DeskId;
  readonly threadId: ThreadId;
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
/** Reads the row of a digest. */
export const digestRef = (row: OutboxRow): DigestRef => row.ref as unknown as DigestRef;
/** Reads the row of a topic's card. */
export const topicCardRef = (row: OutboxRow): TopicCardRef => row.ref as unknown as TopicCardRef;
