/** @import { MessageView } from '../../../test/support/sandbox/screen.ts' */

/**
 * The newest message that asks for a reply and behind which this person wrote nothing.
 *
 * @param {readonly MessageView[]} messages
 * @param {number | undefined} me
 * @returns {MessageView | undefined}
 */
export function openQuestion(messages, me) {
  const last = messages.findLast(({ from, forceReply }) => from.id === me || forceReply);
  return last?.forceReply && last.from.id !== me ? last : undefined;
}
