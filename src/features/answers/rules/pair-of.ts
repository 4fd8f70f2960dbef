import { askedWords } from './answer-words.ts';
import { isReusable } from './reusable.ts';
import { twinOf } from './twin-of.ts';
import { type Named, withoutNames } from './without-names.ts';

/** What is known of a pair by its texts alone. */
export interface Pair {
  readonly fanText: string;
  readonly replyText: string;
  readonly words: string;
  readonly reusable: boolean;
  readonly twin: string;
}

/**
 * The pair that a fan's text and the answer to it make, without the fan's names. Undefined where one of them says nothing in
 * words: only emoji and signs.
 */
export function pairOf(asked: string, answer: string, fan: Named): Pair | undefined {
  const fanText = withoutNames(asked.trim(), fan).text;
  const reply = withoutNames(answer.trim(), fan);
  const words = askedWords(fanText);
  if (words.length === 0 || !/[\p{L}\p{N}]/u.test(reply.text)) return undefined;
  return {
    fanText,
    replyText: reply.text,
    words: words.join(' '),
    reusable: reply.named !== 'inside' && isReusable(reply.text),
    twin: twinOf(fanText, reply.text),
  };
}
