import type { InlineKeyboardButton } from 'grammy/types';
import type { ThreadId } from '#src/core/ids.ts';
import type { AppFeature } from '#src/features/feature.ts';
import type { CardSource } from '#src/features/threads/index.ts';
import { snoozeKind } from './jobs.ts';
import { tapData } from './rules/tap-data.ts';
import { inboxHandlers } from './telegram/handlers.ts';

export { snoozeOf } from './queries.ts';
export { scheduleSnoozeEnd, snoozeThread } from './services/snooze-thread.ts';
export type { InboxEntryTable, SnoozeTable } from './tables.ts';

/** The buttons of a card that concern who waits. */
export function inboxButtons(threadId: ThreadId): InlineKeyboardButton[] {
  return [
    { text: 'Snooze', callback_data: tapData({ do: 'snooze', threadId }) },
    { text: 'Next', callback_data: tapData({ do: 'next', threadId }) },
  ];
}

/** Who waits for an answer: `/inbox`. */
export function createInboxFeature({ cards }: { readonly cards: CardSource }): AppFeature {
  return { name: 'inbox', forDesk: true, handlers: inboxHandlers(cards), jobKinds: [snoozeKind] };
}
