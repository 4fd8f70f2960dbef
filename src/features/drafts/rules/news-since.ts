import type { MessageId } from '#src/core/ids.ts';
import type { StoredMessage } from '#src/features/threads/index.ts';

/** How far a person, or a draft, has seen what a fan wrote. */
export interface Seen {
  /** The newest message. */
  readonly known: MessageId;
  /** The newest change of one, epoch ms by Telegram's clock; 0: none. */
  readonly changed: number;
}

/** What a fan wrote or changed since. */
export interface News {
  /** Oldest first. */
  readonly messages: readonly StoredMessage[];
  /** Whether a message is among them that is new, not only changed. */
  readonly written: boolean;
  /** How far somebody has seen it all who is shown them. */
  readonly seen: Seen;
}

/** What somebody who has seen so much has not seen of these messages. */
export function newsSince(unanswered: readonly StoredMessage[], { known, changed }: Seen): News {
  const messages = unanswered.filter(
    (message) => message.id > known || changedAt(message) > changed,
  );
  const newest = Math.max(known, ...unanswered.map(({ id }) => id)) as MessageId;
  return {
    messages,
    written: messages.some(({ id }) => id > known),
    seen: { known: newest, changed: Math.max(changed, newestChange(unanswered)) },
  };
}

/** The newest change of these messages, epoch ms; 0: none was changed. */
export function newestChange(messages: readonly StoredMessage[]): number {
  return Math.max(0, ...messages.map(changedAt));
}

/** A live location moves by itself, and says nothing else by it. */
function changedAt({ attachment, editedAt }: StoredMessage): number {
  return attachment?.live ? 0 : (editedAt ?? 0);
}
