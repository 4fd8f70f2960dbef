import { createHash } from 'node:crypto';
import { fold, runsOf } from '#src/features/search/index.ts';

/** Equal for pairs with the same words in the same order, whatever their case, accents and signs. */
export function twinOf(fanText: string, replyText: string): string {
  const words = [fanText, replyText].map((text) =>
    runsOf(fold(text))
      .map((run) => run.text)
      .join(' '),
  );
  return createHash('sha256').update(words.join('\n')).digest('base64url').slice(0, 22);
}
