import type { InlineKeyboardButton } from 'grammy/types';
import type { ThreadId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import type { Feature } from '#src/telegram/feature.ts';
import { tapData } from './rules/tap-data.ts';
import { handlers } from './telegram/handlers.ts';

export { countUse, repliesPage } from './queries.ts';
export { fillPlaceholders } from './rules/placeholders.ts';
export { saveReply } from './services/save-reply.ts';
export type { SavedReplySentTable, SavedReplyTable } from './tables.ts';

/** The button of a card that offers the saved replies for its fan. */
export function repliesButton(threadId: ThreadId, t: Translate): InlineKeyboardButton {
  return { text: t('replies-button'), callback_data: tapData({ do: 'pick', threadId, page: 0 }) };
}

/** Replies saved under short names: offered on the card, sent after a look. */
export const repliesFeature: Feature = { name: 'replies', forDesk: true, handlers };
