import type { MessageId, UserId } from '#src/core/ids.ts';
import { isoTime } from './iso-time.ts';

/** All that an export says of a message. */
export interface ExportedMessage {
  /** What other lines mean it by. */
  readonly id: MessageId;
  /** The fan with whom it was exchanged. */
  readonly userId: UserId;
  readonly direction: 'in' | 'out';
  /** Epoch ms. */
  readonly sentAt: number;
  /** Text, photo, voice …; what was sent as a file stays with Telegram. */
  readonly kind: string;
  readonly text: string;
}

/** Messages as JSON Lines: one object on each line. */
export function messageLines(messages: readonly ExportedMessage[]): string {
  return messages
    .map(({ id, userId, direction, sentAt, kind, text }) =>
      JSON.stringify({ id, fan: userId, direction, at: isoTime(sentAt), kind, text }),
    )
    .map((line) => `${line}\n`)
    .join('');
}
