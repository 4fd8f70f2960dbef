import type { MessageId } from '#src/core/ids.ts';

/** How long a line that asks for care stands for what comes after it. */
const episodeMs = 24 * 60 * 60_000;

/** When a line that asks for care was shown last, and up to which message it had looked. */
export interface ShownCare {
  readonly messageId: MessageId;
  /** Epoch ms. */
  readonly shownAt: number;
}

/**
 * Whether signs that ask for care are worth a line by itself: none was shown for them, or the newest came later, and a day
 * after the line. `signAt`: the newest message with such a sign.
 */
export function isNewEpisode(signAt: MessageId, last: ShownCare | undefined, now: number): boolean {
  if (!last) return true;
  return signAt > last.messageId && now - last.shownAt >= episodeMs;
}
