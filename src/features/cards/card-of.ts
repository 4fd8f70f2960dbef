import type { FanId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { requireFan } from '#src/features/fans/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { repliesButton } from '#src/features/replies/index.ts';
import {
  countMessages,
  describe,
  type FanCard,
  lastMessages,
  tapData,
  threadOfFan,
} from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { cardText } from './card-text.ts';

/** Messages that a card shows. */
const shownMessages = 5;

/** The card of a fan who exists with its buttons, in the creator's language and time zone. */
export async function cardOf(reader: Reader, fanId: FanId, services: Services): Promise<FanCard> {
  const { language, timeZone } = await preferencesOf(reader);
  const t = services.texts.for(language);
  const thread = await threadOfFan(reader, fanId);
  const messages = thread ? await lastMessages(reader, thread.id, shownMessages) : [];
  const text = cardText({
    fan: await requireFan(reader, fanId),
    counts: thread ? await countMessages(reader, thread.id) : { in: 0, out: 0 },
    waitingSince: thread?.waitingSince ?? null,
    snoozedUntil: null,
    stage: null,
    tags: [],
    fields: [],
    dates: [],
    notes: [],
    noteCount: 0,
    followups: [],
    messages: messages.map((message) => ({
      direction: message.direction,
      text: message.text === '' ? describe(message, t) : message.text,
    })),
    now: services.clock.now(),
    language,
    timeZone,
    t,
  });
  const rows = thread
    ? [[{ text: 'Done', callback_data: tapData('done', thread.id) }, repliesButton(thread.id)]]
    : [];
  return { text, keyboard: { inline_keyboard: rows } };
}
