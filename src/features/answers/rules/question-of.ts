import type { MessageId } from '#src/core/ids.ts';

/** A fan's text message. */
export interface FanText {
  readonly id: MessageId;
  /** The message with whose relay it went to the desk. */
  readonly mergedInto: MessageId | null;
  readonly text: string;
}

/** An answer, as the fan's messages before it are chosen. */
export interface Answering {
  /** The message that it answers, where the person said so. */
  readonly answersMessageId: MessageId | null;
  /** The answer before it in the thread; 0 for none. */
  readonly previousId: MessageId | 0;
}

const mostMessages = 8;
const mostLetters = 1_000;

/**
 * What of a fan's messages before an answer (oldest first) it answers: those since the answer before, up to the one that was
 * chosen; where that was answered already, it alone. The newest 8 of them, 1,000 units.
 */
export function questionOf(before: readonly FanText[], answering: Answering): FanText[] {
  const { answersMessageId: chosen, previousId } = answering;
  const since = before.filter(({ id }) => id > previousId);
  const upTo = chosen === null ? -1 : since.findLastIndex((one) => isPart(one, chosen));
  const meant =
    upTo >= 0
      ? since.slice(0, upTo + 1)
      : since.length > 0
        ? since
        : before.filter((one) => chosen !== null && isPart(one, chosen));
  return withinLength(meant.slice(-mostMessages));
}

function isPart({ id, mergedInto }: FanText, chosen: MessageId): boolean {
  return id === chosen || mergedInto === chosen;
}

/** The newest messages that fit; a single one that does not is cut. */
function withinLength(messages: readonly FanText[]): FanText[] {
  const kept: FanText[] = [];
  let left = mostLetters;
  for (const message of messages.toReversed()) {
    if (kept.length > 0 && message.text.length > left) break;
    kept.unshift({ ...message, text: message.text.slice(0, mostLetters) });
    left -= message.text.length;
  }
  return kept;
}
