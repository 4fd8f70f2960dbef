import { type Masking, maskText } from './mask-text.ts';
import type { PartsGiven } from './prompt-parts.ts';

/**
 * The parts with everything masked that tells who the fan is, and the fan called by their placeholder; `restore` of the
 * masking takes it back in what the model answers.
 */
export function maskParts(
  parts: PartsGiven,
  fanNames: readonly string[],
): { parts: PartsGiven; masking: Masking } {
  const texts: string[] = [];
  const collect = (text: string): string => {
    texts.push(text);
    return text;
  };
  overTexts(parts, collect);
  const masking = maskText(texts, fanNames);
  const masked = masking.masked.values();
  const replaced = overTexts(parts, () => masked.next().value ?? '');
  return { parts: { ...replaced, fanName: masking.fan }, masking };
}

/** Calls back with each text of the parts, always in the same order, and puts in what comes back. */
function overTexts(parts: PartsGiven, change: (text: string) => string): PartsGiven {
  return {
    ...parts,
    persona: parts.persona.map(change),
    faq: parts.faq.map(({ question, answer }) => ({
      question: change(question),
      answer: change(answer),
    })),
    examples: parts.examples.map(({ fanText, replyText }) => ({
      fanText: change(fanText),
      replyText: change(replyText),
    })),
    facts: parts.facts.map((fact) => ({ ...fact, text: change(fact.text) })),
    summary: parts.summary ? { ...parts.summary, text: change(parts.summary.text) } : null,
    turns: parts.turns.map((turn) => ({ ...turn, text: change(turn.text) })),
    wish: { ...parts.wish, before: parts.wish.before.map(change) },
  };
}
