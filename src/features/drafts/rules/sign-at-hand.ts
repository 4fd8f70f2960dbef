import type { MessageId } from '#src/core/ids.ts';

/** What is kept of the signs that a fan may be a minor. */
export interface KeptSign {
  /** The newest message with such a sign. */
  readonly messageId: MessageId;
  /** Up to this message a person has said that the fan is an adult; null: nobody has. */
  readonly clearedUpTo: MessageId | null;
}

/**
 * The newest message with a sign that the fan may be a minor, as far as no person has said otherwise since; undefined: none is at
 * hand. `seen`: messages with such signs that may not be kept yet.
 */
export function signAtHand(
  kept: KeptSign | undefined,
  seen: readonly MessageId[],
): MessageId | undefined {
  const clearedUpTo = kept?.clearedUpTo ?? 0;
  const signs = [...(kept ? [kept.messageId] : []), ...seen].filter((id) => id > clearedUpTo);
  return signs.length === 0 ? undefined : (Math.max(...signs) as MessageId);
}
