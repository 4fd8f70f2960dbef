import { type ModelLine, readPart } from '#src/features/persona/index.ts';
import { faultOfFact, faultOfLine, faultOfText } from './check-line.ts';
import type { ModelAnswer } from './learn-schema.ts';
import { proposed } from './limits.ts';
import { isPriced, isSaid, type SourceReply } from './stands-in.ts';

/** What an answer is held against. */
export interface LearnSource {
  /** What the creator wrote, without what it quotes. */
  readonly replies: readonly SourceReply[];
  /** Of those who got the replies. */
  readonly fanNames: readonly string[];
}

/**
 * The lines of an answer that may be shown, in the form in which they are stored. Whatever is at fault, too long, too much or
 * not said to two people is left out.
 */
export function checkAnswer(
  { tone, dos, donts, facts, prices }: ModelAnswer,
  { replies, fanNames }: LearnSource,
): ModelLine[] {
  const isFit = (text: string) => faultOfText(text, fanNames) === null;
  const isTrue = (text: string) => faultOfFact(text, fanNames) === null && isSaid(text, replies);
  const priced = prices
    .filter((price) => faultOfLine(price.what, fanNames) === null && isPriced(price, replies))
    .map(({ what, amount, currency }) => `${what}: ${amount} ${currency}`);
  return [
    ...linesOf('tone', [tone], isFit),
    ...linesOf('do', dos, isFit),
    ...linesOf('dont', donts, isFit),
    ...linesOf('fact', facts, isTrue),
    ...linesOf('price', priced, () => true),
  ];
}

function linesOf(
  part: ModelLine['part'],
  texts: readonly string[],
  mayBeShown: (text: string) => boolean,
): ModelLine[] {
  const { most, longest } = proposed[part];
  // Looked at as it came, too: what hides in it is taken out when it is read.
  const read = texts.filter(mayBeShown).flatMap((text) => {
    const line = readPart(part, text);
    return line.ok && line.lines.length === 1 ? line.lines : [];
  });
  return [...new Set(read)]
    .filter((text) => text.length <= longest && mayBeShown(text))
    .slice(0, most)
    .map((text) => ({ part, text }));
}
