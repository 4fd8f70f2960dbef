import type { Feature } from '#src/telegram/feature.ts';
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
import { topicCardKind } from './outbox/topic-card-kind.ts';
import { slowDesk } from './services/ease-desk.ts';
import { threadsHandlers } from './telegram/handlers.ts';

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
  MessageLinkTable,
  MessageTable,
  ThreadTable,
} from './tables.ts';
export type { Desk } from './thread.ts';

/** Conversations: fans' messages travel to the desk, the creator's answers back. */
export const threadsFeature: Feature = {
  name: 'threads',
  handlers: threadsHandlers,
  outboxKinds: [
    relayKind,
    relayEditKind,
    replyKind,
    replyEditKind,
    reactionKind,
    takeBackKind,
    noticeKind,
    deliveryMarkKind,
    deskCheckKind,
    digestKind,
    topicCardKind,
  ],
  hooks: {
    async chatMigrated(tx, from, to) {
      await followMigration(tx, from, to);
    },
    async chatFlooded(tx, chatId, pace, services) {
      await slowDesk(tx, chatId, pace, services);
    },
  },
};
