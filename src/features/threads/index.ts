import type { AppFeature } from '#src/features/feature.ts';
import { deskTexts } from './services/desk-texts.ts';
import { followMigration } from './services/follow-group.ts';
import { deskCheckKind } from './outbox/desk-check-kind.ts';
import { digestKind } from './outbox/digest-kind.ts';
import { deliveryMarkKind, noticeKind } from './outbox/notice-kinds.ts';
import { reactionKind } from './outbox/reaction-kind.ts';
import { relayEditKind } from './outbox/relay-edit-kind.ts';
import { relayKind } from './outbox/relay-kind.ts';
import { replyEditKind } from './outbox/reply-edit-kind.ts';
import { replyKind } from './outbox/reply-kind.ts';
import { takeBackKind } from './outbox/take-back-kind.ts';
import { topicCardEditKind, topicCardKind } from './outbox/topic-card-kind.ts';
import type { ThreadsParts } from './ports.ts';
import { shownReplyKind } from './outbox/shown-reply-kind.ts';
import { slowDesk } from './services/ease-desk.ts';
import { refreshCardKind, staleCardsKind } from './services/refresh-card.ts';
import { readMessagesKind } from './services/read-messages.ts';
import { threadsHandlers } from './telegram/handlers.ts';

export type { CardSource, FanCard, MessageReader, ReadMessage } from './ports.ts';
export { countMessages, lastMessages, sentBetween, textOf } from './queries/message-rows.ts';
export { noteNextMessage, requireThread, threadById, threadOfFan } from './queries/thread-rows.ts';
export { answerThread } from './services/answer-fan.ts';
export { deskPlaceOf, hasDeskRoom, linkNotice } from './services/desk-place.ts';
export { isAtDesk } from './services/is-at-desk.ts';
export { fanAtDesk, fanMeant } from './services/fan-at-desk.ts';
export type { CardPlace } from './card-place.ts';
export { sayFanCard } from './services/say-card.ts';
export { readNew } from './services/read-messages.ts';
export { recordMessage } from './services/record-message.ts';
export { mostStaleCards, refreshCard, refreshCards } from './services/refresh-card.ts';
export { sayAboutFan } from './services/say-about-fan.ts';
export { sendReply } from './services/send-reply.ts';
export { contentOf } from './rules/content-of.ts';
export type { MessageContent } from './message.ts';
export { describe } from './rules/describe.ts';
export type { StoredMessage } from './message.ts';
export { cardTap, readCardTap } from './rules/card-tap.ts';
export { draftTap } from './rules/draft-tap.ts';
export { tapData } from './rules/tap-data.ts';
export { waitedText } from './rules/waited.ts';
export { openDesk } from './services/open-desk.ts';
export { activeDesk } from './queries/desk-rows.ts';
export { countUndelivered, type Undelivered } from './queries/undelivered-rows.ts';
export {
  namedUndelivered,
  retryAllUndelivered,
  retryUndelivered,
  settleUndelivered,
  undelivered,
} from './services/undelivered.ts';
export type { NamedEntry, UndeliveredEntry } from './services/undelivered.ts';
export type {
  DeskPressureTable,
  DeskTable,
  DeskTopicTable,
  FocusTable,
  MessageCursorTable,
  MessageLinkTable,
  MessageTable,
  ThreadTable,
} from './tables.ts';
export type { Desk, Thread } from './thread.ts';

/** Conversations: fans' messages travel to the desk, the creator's answers back. */
export function createThreadsFeature(parts: ThreadsParts): AppFeature {
  const { cards, readers } = parts;
  return {
    name: 'threads',
    handlers: threadsHandlers(parts),
    outboxKinds: [
      relayKind,
      relayEditKind,
      replyKind,
      replyEditKind,
      shownReplyKind,
      reactionKind,
      takeBackKind,
      noticeKind,
      deliveryMarkKind,
      deskCheckKind,
      digestKind,
      topicCardKind(cards),
      topicCardEditKind(cards),
    ],
    jobKinds: [readMessagesKind(readers), refreshCardKind, staleCardsKind],
    hooks: {
      async chatMigrated(tx, from, to) {
        await followMigration(tx, from, to);
      },
      async repeatMark(tx, services) {
        return (await deskTexts(tx, services))('threads-mark-repeated');
      },
      async chatFlooded(tx, chatId, pace, services) {
        await slowDesk(tx, chatId, pace, services);
      },
    },
  };
}
