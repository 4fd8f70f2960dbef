import type { ChatId, ChatMessageId, DeskId, FanId, ThreadId, TopicId } from '#src/core/ids.ts';

/** The running conversation with one fan on one line. */
export interface Thread {
  readonly id: ThreadId;
  readonly fanId: FanId;
  /** Where the fan is written to. */
  readonly chatId: ChatId;
  readonly waitingSince: number | null;
  /** When the fan wrote last, to half a minute; 0 while the next message is to be noted however soon it comes; null before the first. */
  readonly lastFanMessageAt: number | null;
  readonly lastReplyAt: number | null;
  /** When the creator last tapped Done. */
  readonly doneAt: number | null;
}

/** The chat in which the creator works. */
export interface Desk {
  readonly id: DeskId;
  readonly kind: 'private' | 'forum';
  readonly chatId: ChatId;
  readonly title: string | null;
}

/** A thread's topic in a forum desk. */
export interface DeskTopic {
  readonly threadId: ThreadId;
  readonly topicId: TopicId;
  readonly name: string;
  readonly cardChatMessageId: ChatMessageId | null;
}
