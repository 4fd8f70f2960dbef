import type { InlineKeyboardMarkup } from 'grammy/types';
import type { ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { requireFan } from '#src/features/fans/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { RichText } from '#src/telegram/say.ts';
import { cardText } from '../rules/card-text.ts';
import { countMessages } from '../queries/message-rows.ts';
import { requireThread } from '../queries/thread-rows.ts';
import { tapData } from '../rules/tap-data.ts';

/** The card of a thread's fan as a message, in the creator's language and time zone. */
export async function cardOf(
  reader: Reader,
  threadId: ThreadId,
  services: Services,
): Promise<RichText> {
  const thread = await requireThread(reader, threadId);
  const { language, timeZone } = await preferencesOf(reader);
  return cardText({
    fan: await requireFan(reader, thread.fanId),
    thread,
    counts: await countMessages(reader, threadId),
    now: services.clock.now(),
    language,
    timeZone,
    t: services.texts.for(language),
  });
}

/** The buttons under a card. */
export function cardKeyboard(threadId: ThreadId): InlineKeyboardMarkup {
  return { inline_keyboard: [[{ text: 'Done', callback_data: tapData('done', threadId) }]] };
}
