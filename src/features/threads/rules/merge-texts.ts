import { joinRich, maxText } from '#src/telegram/rich-text.ts';
import type { StoredMessage } from '../message.ts';

/** Most formatted places in one message; Telegram leaves out what comes after (Bot API, MessageEntity). */
const mostEntities = 100;
/** Room for the marks that may stand behind the name ("edited", "may be a repeat"). */
const roomForMarks = 96;
const gap = '\n\n';

/** Whether a message can go to the desk together with others of its fan: a text that answers nothing. */
export function isMergeable(message: StoredMessage): boolean {
  return message.kind === 'text' && message.answersMessageId === null;
}

/**
 * The messages that go with the first as one relay: those right behind it, up to the first that cannot, as far as they
 * fit into one text with a name of this length in front.
 */
export function messagesToMerge(
  first: StoredMessage,
  following: readonly StoredMessage[],
  nameLength: number,
): StoredMessage[] {
  if (!isMergeable(first)) return [];
  let room = maxText - roomForMarks - nameLength - first.text.length;
  let entities = first.entities.length + 1;
  const taken: StoredMessage[] = [];
  for (const message of following) {
    room -= gap.length + message.text.length;
    entities += message.entities.length;
    if (!isMergeable(message) || room < 0 || entities > mostEntities) break;
    taken.push(message);
  }
  return taken;
}

/** The first message with the texts of all, each a paragraph, with their formatting kept. */
export function mergedMessage(
  first: StoredMessage,
  others: readonly StoredMessage[],
): StoredMessage {
  if (others.length === 0) return first;
  const paragraphs = others.flatMap((message) => [gap, message]);
  const { text, entities = [] } = joinRich(first, ...paragraphs);
  return { ...first, text, entities };
}
